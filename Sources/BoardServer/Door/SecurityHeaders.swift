import Wire

/// What every response says to a browser. The policy allows nothing inline and nothing from elsewhere.
enum SecurityHeaders {
    static let contentSecurityPolicy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' blob:", "connect-src 'self'",
        "font-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
        "require-trusted-types-for 'script'", "trusted-types 'none'",
    ].joined(separator: "; ")

    static let fields: HTTPFields = [
        "Content-Security-Policy": contentSecurityPolicy,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Strict-Transport-Security": "max-age=31536000",
    ]

    /// Adds them, and forbids keeping what depends on who asked.
    static func apply(to response: inout Response) {
        response.fields.append(fields)
        if response.isDynamic { response.fields.set(.cacheControl, "no-store") }
    }
}
