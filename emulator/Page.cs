using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>
/// The organization as a page for people: applications, who is assigned, trusted origins, the last requests. No script;
/// all that comes from a client is escaped.
/// </summary>
internal static class Page
{
    private const int Requests = 50;

    // More than these are not shown at once.
    private const int Many = 12;

    private const string Style = """
        :root { color-scheme: light dark; --line: light-dark(#d8dee4, #3a424c); --soft: light-dark(#59636e, #9aa4af); --card: light-dark(#f6f8fa, #1c2128); --good: light-dark(#1a7f37, #57ab5a); --bad: light-dark(#b35900, #e0823d) }
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 66rem; padding: 0 1rem; background: light-dark(#fff, #15191e); color: light-dark(#1f2328, #dfe5ec) }
        h1 { font-size: 1.5rem; margin: 0 } h2 { font-size: 1.15rem; margin: 2rem 0 .6rem } h3 { font-size: 1.05rem; margin: 0 0 .5rem } h1, h3, code, .name { overflow-wrap: anywhere }
        p, small { color: var(--soft) }
        section.app { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1rem; margin: 0 0 1rem }
        dl { display: grid; grid-template-columns: 11rem 1fr; gap: .2rem 1rem; margin: 0 } dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere }
        dd.many { columns: 13rem } summary { color: var(--soft); cursor: pointer }
        code { font: 13px ui-monospace, monospace } .on { color: var(--good) } .off { color: var(--bad) }
        table { border-collapse: collapse; width: 100% } th { text-align: left; color: var(--soft); font-weight: 500 } td, th { border-bottom: 1px solid var(--line); padding: .25rem .6rem .25rem 0; vertical-align: top }
        @media (max-width: 40rem) { dl { grid-template-columns: 1fr } dd { margin-bottom: .4rem } }
        """;

    public static string Render(Organization organization, IReadOnlyList<LoggedRequest> requests)
    {
        var page = new StringBuilder();
        page.Append(
                "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
            )
            .Append(Text(organization.Name))
            .Append(" - Okta emulator</title><style>")
            .Append(Style)
            .Append("</style></head><body>\n<h1>")
            .Append(Text(organization.Name))
            .Append("</h1>\n<p>An Okta organization in memory. Reload to see what has changed.</p>\n");
        Heading(page, "Applications", organization.Applications.All.Count());
        foreach (var app in organization.Applications.All)
            Application(page, organization, app);
        Heading(page, "Trusted origins", organization.Origins.All.Count());
        Table(
            page,
            ["Origin", "Scopes", "Name", "Status"],
            organization.Origins.All.Select(origin =>
                (string[])
                    [
                        Code((string)origin["origin"]!),
                        Text(
                            string.Join(", ", ((JsonArray)origin["scopes"]!).Select(scope => (string)scope!["type"]!))
                        ),
                        Name((string)origin["name"]!),
                        Status(origin),
                    ]
            )
        );
        Heading(page, "Groups", organization.Groups.All.Count());
        var isLong = organization.Groups.All.Count() > Many;
        page.Append(isLong ? "<details><summary>show all</summary>\n" : "");
        Table(
            page,
            ["Name", "Type", "Id"],
            organization.Groups.All.Select(group =>
                (string[])[Name(Groups.Name(group)), Text((string)group["type"]!), Code((string)group["id"]!)]
            )
        );
        page.Append(isLong ? "</details>\n" : "");
        Heading(page, "Requests", requests.Count);
        if (requests.Count > Requests)
            page.Append("<p>The last ").Append(Requests).Append(", latest first.</p>\n");
        Table(
            page,
            ["Status", "Method", "Path", "Credentials"],
            requests
                .Reverse()
                .Take(Requests)
                .Select(request =>
                    (string[])
                        [
                            $"<span class=\"{(request.Status is >= 200 and < 400 ? "on" : "off")}\">{(request.Status == 0 ? "closed" : request.Status)}</span>",
                            Text(request.Method),
                            Code(Uri.UnescapeDataString((request.Path + request.Query).Replace('+', ' '))),
                            Text(request.Scheme),
                        ]
                )
        );
        return page.Append("</body></html>\n").ToString();
    }

    private static void Application(StringBuilder page, Organization organization, JsonObject app)
    {
        page.Append("<section class=\"app\"><h3>")
            .Append(Text((string)app["label"]!))
            .Append(' ')
            .Append(Status(app))
            .Append("</h3><dl>\n");
        if (
            app["settings"]!["oauthClient"] is JsonObject oauth
            && app["credentials"]!["oauthClient"] is JsonObject client
        )
        {
            var method = (string)client["token_endpoint_auth_method"]!;
            Entry("Client id", Code((string)client["client_id"]!));
            Entry(
                "Type",
                Text(
                    $"{(string)oauth["application_type"]!}, {(method == "none" ? "public: no client secret" : method)}, PKCE {((bool)client["pkce_required"]! ? "required" : "not required")}"
                )
            );
            Entry("Grants", Text(string.Join(", ", oauth.Texts("grant_types")!)));
            if (oauth["refresh_token"] is JsonObject refresh)
                Entry(
                    "Refresh tokens",
                    Text(
                        (string)refresh["rotation_type"]! == "ROTATE"
                            ? $"rotated, grace period {(int)refresh["leeway"]!} s"
                            : "persistent"
                    )
                );
            Entry("Codes are sent to", Lines(oauth.Texts("redirect_uris")));
            Entry("After sign-out", Lines(oauth.Texts("post_logout_redirect_uris")));
            if (oauth.Text("initiate_login_uri") is { } start)
                Entry("Sign-in starts at", Code(start));
        }
        var groups = organization
            .Assignments[(string)app["id"]!]
            .Select(assignment => Text(Groups.Name(organization.Groups.Get((string)assignment["id"]!))))
            .ToList();
        Entry(
            "May use it",
            (bool)app["settings"]!["implicitAssignment"]! ? "everyone (Federation Broker Mode)"
                : groups.Count > 0 ? string.Join("<br>", groups)
                : "<span class=\"off\">nobody is assigned</span>",
            isMany: groups.Count > Many
        );
        Entry("Access policy", Text((string)organization.Policies.Get((string)app["accessPolicy"]!)["name"]!));
        if ((string?)app["settings"]!["notes"]!["admin"] is { } note)
            Entry("Note", Text(note));
        page.Append("</dl></section>\n");

        void Entry(string name, string html, bool isMany = false) =>
            page.Append("<dt>")
                .Append(name)
                .Append(isMany ? "</dt><dd class=\"many\">" : "</dt><dd>")
                .Append(html)
                .Append("</dd>\n");
    }

    private static void Heading(StringBuilder page, string title, int count) =>
        page.Append("<h2>").Append(title).Append(" <small>").Append(count).Append("</small></h2>\n");

    private static void Table(StringBuilder page, string[] heads, IEnumerable<string[]> rows)
    {
        page.Append("<table><tr>").AppendJoin("", heads.Select(head => $"<th>{head}</th>")).Append("</tr>\n");
        foreach (var row in rows)
            page.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{cell}</td>")).Append("</tr>\n");
        page.Append("</table>\n");
    }

    private static string Status(JsonObject thing) =>
        (string)thing["status"]! == "ACTIVE"
            ? "<small class=\"on\">active</small>"
            : "<small class=\"off\">inactive</small>";

    private static string Lines(IReadOnlyList<string>? texts) =>
        texts is { Count: > 0 } ? string.Join("<br>", texts.Select(Code)) : "-";

    private static string Code(string text) => $"<code>{Text(text)}</code>";

    private static string Name(string text) => $"<span class=\"name\">{Text(text)}</span>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
