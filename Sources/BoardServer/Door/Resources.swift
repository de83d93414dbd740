import Wire

/// What is answered where no endpoint takes a request: files of the site, and which methods a path knows.
struct Resources {
    let door: DoorParts

    func answer(to head: RequestHead, routed: Router.Found) -> Response {
        if head.method == .options, head.target.raw == "*" { return Self.options(door.router.methods) }
        let path = head.target.path
        let isRead = head.method == .get || head.method == .head
        if case .otherMethods(let methods) = routed { return refuse(head.method, allowed: methods) }
        if UpgradePath(path, offersEcho: door.offersEcho) != nil {
            // RFC 9110 section 9.3.2: as GET would be answered, and no WebSocket begins with HEAD.
            if head.method == .head { return Problem(ServerHandshake.required).response }
            return refuse(head.method, allowed: [.get, .head])
        }
        guard let site = door.site, site.hasFile(at: path) else { return Problem.notFound.response }
        return isRead ? site.response(to: head) : refuse(head.method, allowed: [.get, .head])
    }

    private func refuse(_ method: HTTPMethod, allowed: [HTTPMethod]) -> Response {
        if method == .options { return Self.options(allowed) }
        let fields: HTTPFields = [.allow: Self.list(allowed)]
        return Problem(status: .methodNotAllowed, code: "malformed", fields: fields).response
    }

    private static func options(_ allowed: [HTTPMethod]) -> Response {
        Response(status: .noContent, fields: [.allow: list(allowed)])
    }

    /// RFC 9110 section 10.2.1; OPTIONS itself is understood everywhere.
    private static func list(_ methods: [HTTPMethod]) -> String {
        Set(methods.map(\.rawValue) + [HTTPMethod.options.rawValue]).sorted().joined(separator: ", ")
    }
}
