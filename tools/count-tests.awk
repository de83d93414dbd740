# Prints "PASSED FAILED SKIPPED" as the log of a test runner tells; nothing if no runner wrote it.

# swift test; its total leaves out what was skipped
/✘ Test .* failed after/ && !/Test run with/ { failed++ }
/➜ .*Test .* skipped/ { skipped++ }
/Test run with [0-9]+ test/ { passed = before("test") - failed; told = 1 }

# node --test, reporting as TAP
/^# pass [0-9]+$/ { passed = $3; told = 1 }
/^# (fail|cancelled) [0-9]+$/ { failed += $3 }
/^# (skipped|todo) [0-9]+$/ { skipped += $3 }

# pytest: "2 failed, 31 passed, 1 error in 12.34s"; the conformance scripts: "0 passed, 0 failed, 1 skipped in 0.0s"
/ in [0-9.]+s/ && /[0-9] (passed|failed|error|skipped)/ {
    failed = before("failed") + before("error")
    passed = before("passed")
    skipped = before("skipped")
    told = 1
}

END { if (told) print passed + 0, failed + 0, skipped + 0 }

# The number before the first field that begins with this word; 0 if there is none.
function before(word,    i) {
    for (i = 2; i <= NF; i++) if (index($i, word) == 1 && $(i - 1) ~ /^[0-9]+$/) return $(i - 1)
    return 0
}
