using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OktaSpa.Emulator;

/// <summary>
/// The organization as a page for people: an index, a row for each thing, the last requests. No script; all that comes
/// from a client is escaped.
/// </summary>
/// <param name="organization">What is shown.</param>
/// <param name="requests">Oldest first.</param>
/// <param name="filter">Shown is only what has this text; empty: all.</param>
internal sealed partial class Page(OktaOrganization organization, IReadOnlyList<LoggedRequest> requests, string filter)
{
    private const int Requests = 20;

    private const string ApplicationHeads =
        "<div class=\"app heads\"><span>Label</span><span>Client ID</span><span>May use it</span><span>Status</span></div>\n";

    private readonly List<string> index = [];
    private readonly List<string> sections = [];

    public static string Render(OktaOrganization organization, IReadOnlyList<LoggedRequest> requests, string filter) =>
        new Page(organization, requests, filter).Render();

    private string Render()
    {
        Section("Applications", organization.Applications.All.Select(Application), before: ApplicationHeads);
        Table("Requests", ["Status", "Method", "Path", "Credentials"], requests.Reverse().Select(Request), Requests);
        Table(
            "Trusted origins",
            ["Origin", "Scopes", "Name", "Status"],
            organization.TrustedOrigins.All.Select(Origin)
        );
        Table("Groups", ["Name", "Description", "Type", "Id"], organization.Groups.All.Select(Group));
        Table("Group rules", ["Name", "Puts who", "Into", "Status"], organization.GroupRules.All.Select(GroupRule));
        Table("Policies", ["Name", "Rules", "Id"], organization.Policies.All.Select(AccessPolicy));
        Table(
            "Authorization servers",
            ["Name", "Policies, first to last", "Issuer mode", "Id"],
            organization.AuthorizationServers.All.Select(Server)
        );
        Table("Zones", ["Name", "Gateways", "Id"], organization.Zones.All.Select(Zone));
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>{Text(organization.Name)} - Okta emulator</title>
            <style>
            {PageStyle.Css}
            </style>
            </head>
            <body>
            <header>
            <h1>{Text(organization.Name)}</h1>
            <p>An Okta organization in memory. Reload to see what has changed.</p>
            </header>
            <nav>
            {string.Concat(index)}
            <form><input type="search" name="filter" placeholder="Filter" value="{Text(filter)}"></form>
            </nav>
            {string.Concat(sections)}
            </body>
            </html>

            """;
    }

    private void Table(string title, string[] heads, IEnumerable<string[]> rows, int most = int.MaxValue)
    {
        var head = string.Concat(heads.Select(head => $"<th>{head}</th>"));
        var lines = rows.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td>{cell}</td>"))}</tr>\n");
        Section(title, lines, most, $"<table>\n<tr>{head}</tr>\n", "</table>\n");
    }

    private void Section(
        string title,
        IEnumerable<string> rows,
        int most = int.MaxValue,
        string before = "",
        string after = ""
    )
    {
        var all = rows.ToList();
        var shown = all.Where(IsWanted).ToList();
        var count = shown.Count == all.Count ? $"{all.Count}" : $"{shown.Count} of {all.Count}";
        var id = title.Replace(' ', '-').ToLowerInvariant();
        index.Add($"<a href=\"#{id}\">{title} <small>{count}</small></a>\n");
        sections.Add($"<h2 id=\"{id}\">{title} <small>{count}</small></h2>\n");
        if (shown.Count > most)
            sections.Add($"<p>The last {most}, latest first.</p>\n");
        if (shown.Count > 0)
            sections.AddRange([before, .. shown.Take(most), after]);
    }

    private bool IsWanted(string html) =>
        filter.Length == 0
        || WebUtility.HtmlDecode(Tag().Replace(html, " ")).Contains(filter.Trim(), StringComparison.OrdinalIgnoreCase);

    private string Application(OktaApplication application)
    {
        var (oauth, client) = (application.OAuth, application.Client);
        var groups = application.Groups.Select(group => organization.Groups.Get((string)group["id"]!).Name).ToList();
        var access =
            application.IsForEveryone ? "everyone (Federation Broker Mode)"
            : groups.Count > 0 ? Text(string.Join(", ", groups))
            : "<span class=\"off\">nobody is assigned</span>";
        var method = (string)client["token_endpoint_auth_method"]!;
        var kind = method == "none" ? "public: no client secret" : method;
        var pkce = (bool)client["pkce_required"]! ? "PKCE required" : "PKCE not required";
        (string Name, string Value)[] entries =
        [
            ("Client ID", Code(application.ClientId)),
            ("Type", Text($"{application.Type}, {kind}, {pkce}")),
            ("Grants", Text(string.Join(", ", oauth.Texts("grant_types")!))),
            ("Refresh tokens", RefreshTokens(oauth.Map("refresh_token"))),
            ("Codes are sent to", Lines(oauth.Texts("redirect_uris"))),
            ("After sign-out", Lines(oauth.Texts("post_logout_redirect_uris"))),
            ("Sign-in starts at", Code(oauth.Text("initiate_login_uri"))),
            ("May use it", access),
            ("Authentication policy", Text(application.AccessPolicy.Name)),
            ("Note", Text((string?)application.Json["settings"]!["notes"]?["admin"])),
        ];
        var details = entries
            .Where(entry => entry.Value.Length > 0)
            .Select(entry => $"<dt>{entry.Name}</dt><dd>{entry.Value}</dd>\n");
        return $"""
            <details><summary class="app"><b>{Text(application.Label)}</b><span>{Code(application.ClientId)}</span>
            <span>{access}</span>{Status(application)}</summary>
            <dl>
            {string.Concat(details)}</dl></details>

            """;
    }

    private static string RefreshTokens(JsonObject? settings) =>
        settings is null ? ""
        : settings.Text("rotation_type") == "ROTATE" ? $"rotated, grace period {settings.Number("leeway")} s"
        : "persistent";

    private static string[] Request(LoggedRequest request)
    {
        var path = Code(Uri.UnescapeDataString((request.Path + request.Query).Replace('+', ' ')));
        var status = request.Status == 0 ? "closed" : $"{request.Status}";
        return
        [
            $"<span class=\"{(request.Status is >= 200 and < 400 ? "on" : "off")}\">{status}</span>",
            Text(request.Method),
            request.Body is { } body
                ? $"<details><summary>{path}</summary><pre>{Text(body.ToJsonString(Json.Indented))}</pre></details>"
                : path,
            Text(request.Scheme),
        ];
    }

    private static string[] Origin(OktaObject origin)
    {
        var scopes = origin.Json["scopes"]!.AsArray().Select(scope => (string)scope!["type"]!);
        return
        [
            Code((string)origin.Json["origin"]!),
            Text(string.Join(", ", scopes)),
            Text(origin.Name),
            Status(origin),
        ];
    }

    private static string[] Group(OktaGroup group) =>
        [Text(group.Name), Text((string?)group.Json["profile"]!["description"]), Text(group.Type), Code(group.Id)];

    private string[] GroupRule(OktaObject rule)
    {
        var groups = GroupRulesApi.Targets(rule.Json).Select(id => organization.Groups.Find(id)?.Name ?? id);
        return
        [
            Text(rule.Name),
            Code((string)rule.Json["conditions"]!["expression"]!["value"]!),
            Text(string.Join(", ", groups)),
            Status(rule),
        ];
    }

    private static string[] AccessPolicy(Policy policy) =>
        [Text(policy.Name), $"{policy.Rules.All.Count()}", Code(policy.Id)];

    private static string[] Server(AuthorizationServer server)
    {
        var policies = server.Policies.All.OrderBy(policy => policy.Priority).Select(policy => Text(policy.Name));
        var mode = Text((string)server.Json["issuerMode"]!);
        return [Text(server.Name), string.Join("<br>", policies), mode, Code(server.Id)];
    }

    private static string[] Zone(OktaObject zone) =>
        [
            Text(zone.Name),
            Lines([.. zone.Json["gateways"]!.AsArray().Select(gateway => (string)gateway!["value"]!)]),
            Code(zone.Id),
        ];

    private static string Status(OktaObject thing) =>
        $"<span class=\"{(thing.Status == "ACTIVE" ? "on" : "off")}\">{thing.Status.ToLowerInvariant()}</span>";

    private static string Lines(IReadOnlyList<string>? texts) => string.Join("<br>", (texts ?? []).Select(Code));

    private static string Code(string? text) => text is null ? "" : $"<code>{Text(text)}</code>";

    private static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
