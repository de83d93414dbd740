# Prints "PASSED FAILED" as the log of a test runner tells; nothing if no runner wrote it.

# swift test
/✘ Test .* failed after/ && !/Test run with/ { failed++ }
/Test run with [0-9]+ test/ { total = before("test") }

# node --test, reporting as TAP
/^# tests [0-9]+$/ { total = $3 }
/^# pass [0-9]+$/ { failed = total - $3 }

# pytest: "2 failed, 31 passed, 1 error in 12.34s"
/ in [0-9.]+s/ && /[0-9] (passed|failed|error)/ {
    failed = before("failed") + before("error")
    total = failed + before("passed")
}

END { if (total != "") print total - failed, failed + 0 }

# The number before the first field that begins with this word; 0 if there is none.
function before(word,    i) {
    for (i = 2; i <= NF; i++) if (index($i, word) == 1 && $(i - 1) ~ /^[0-9]+$/) return $(i - 1)
    return 0
}
