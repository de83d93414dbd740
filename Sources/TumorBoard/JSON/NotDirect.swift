/// What the direct way to and from JSON does not handle, and leaves to Foundation.
///
/// The direct way knows the few messages that a discussion consists of, as programs write them. Everything else is left:
/// rare messages, names in escapes, a name that comes twice, numbers in scientific notation, and whatever is no JSON or
/// no such value. So a refusal and its reason come from one place, and the direct way has to be right only about what it
/// takes: then it reads the same value and writes the same bytes as Foundation.
package struct NotDirect: Error {
    package init() {}
}
