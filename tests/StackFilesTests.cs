using System.Text.RegularExpressions;
using OktaSpa.Cli.Stacks;
using OktaSpa.Settings;
using OktaSpa.Tests.Support;

namespace OktaSpa.Tests;

/// <summary>
/// Whatever stack files are at the root: each is right, and what it declares is safe. The only tests that read them.
/// </summary>
public sealed partial class StackFilesTests
{
    private const string HasNoProblem = "its file has no problem";

    private static readonly string[] Grants = ["authorization_code", "refresh_token", "interaction_code"];

    // What each stack must keep, and a sentence for each thing in it that does not. 50 characters of a rule are shown.
    private static readonly Dictionary<string, Func<StackSettings, ProgramRun, IEnumerable<string>>> Rules = new()
    {
        ["just the applications of its file are declared"] = OtherApplications,
        ["applications are public clients, without a secret"] = Secrets,
        ["applications require PKCE"] = WithoutPkce,
        ["sign-in is by authorization code"] = OtherGrants,
        ["codes go to base URIs, or to named foreign URIs"] = OtherRedirectUris,
        ["groups are assigned to their own application"] = OtherAssignments,
        ["a token policy admits its own application"] = OtherClients,
        ["each resource is below a component"] = Orphans,
        ["production is protected from deletion"] = Unprotected,
        ["no input is null or unknown"] = LostInputs,
    };

    public static TheoryData<string, string> StacksAndRules()
    {
        var rows = new TheoryData<string, string>();
        foreach (var file in StackFiles.All)
        {
            rows.Add(file.Stack, HasNoProblem);
            // What a wrong file would declare is not known.
            foreach (var rule in file.Settings is null ? [] : Rules.Keys.ToArray())
                rows.Add(file.Stack, rule);
        }
        return rows;
    }

    [StackFileTheory]
    [MemberData(nameof(StacksAndRules))]
    public async Task Every_stack_keeps_the_rule(string stack, string rule)
    {
        var file = StackFiles.All.Single(file => file.Stack == stack);

        var broken = rule == HasNoProblem ? Problems(stack) : Rules[rule](file.Settings!, await RunAsync(file));

        Sentences.AssertNone(broken.Select(sentence => $"stack {stack}: {sentence}"));
    }

    private static Task<ProgramRun> RunAsync(StackFile file) =>
        new PulumiHarness().RunAsync(file.Get, file.Stack, project: StackFiles.Project.Name);

    private static IEnumerable<string> Problems(string stack)
    {
        // Files are named from here, but their readers stand at the root.
        var root = Path.GetRelativePath(Environment.CurrentDirectory, Repository.Root) + Path.DirectorySeparatorChar;
        return CrossCheck
            .Of(StackFiles.Project, StackFiles.All)
            .Where(found => found.File.Stack == stack)
            .SelectMany(found => found.Problems)
            .Select(problem => $"{problem.Position} {problem.Problem}".Replace(root, "", StringComparison.Ordinal));
    }

    private static IEnumerable<string> OtherApplications(StackSettings settings, ProgramRun run)
    {
        var named = settings.Applications.Select(application => application.Name).ToList();
        var declared = Applications(run).Select(application => application.Name).ToList();
        return named
            .Except(declared)
            .Select(name => $"application {name} is not declared")
            .Concat(declared.Except(named).Select(name => $"application {name} is declared, but not in the file"));
    }

    private static IEnumerable<string> Secrets(StackSettings settings, ProgramRun run) =>
        NotEqual(run, "type", "browser")
            .Concat(NotEqual(run, "tokenEndpointAuthMethod", "none"))
            .Concat(
                from application in Applications(run)
                from input in application.Inputs.Keys
                where input.Contains("secret", StringComparison.OrdinalIgnoreCase)
                select $"application {application.Name} is declared with {input}"
            );

    private static IEnumerable<string> WithoutPkce(StackSettings settings, ProgramRun run) =>
        NotEqual(run, "pkceRequired", true);

    private static IEnumerable<string> OtherGrants(StackSettings settings, ProgramRun run) =>
        from application in Applications(run)
        let grants = Texts(application, "grantTypes")
        where !grants.Contains(Grants[0]) || grants.Except(Grants).Any()
        select $"application {application.Name} has the grants {Text.And(grants)}";

    private static IEnumerable<string> OtherRedirectUris(StackSettings settings, ProgramRun run) =>
        from application in settings.Applications
        let baseUris = application.BaseUris.Select(uri => uri.ToString()).ToList()
        let foreign = application.ForeignRedirectUris.Select(uri => uri.ToString())
        from uri in Texts(run.App(application.Name), "redirectUris").Except(foreign)
        where !baseUris.Any(baseUri => IsOn(baseUri, uri))
        select $"application {application.Name} sends codes to {uri}, but is served at {Text.And(baseUris)}";

    private static IEnumerable<string> OtherAssignments(StackSettings settings, ProgramRun run) =>
        from assignment in run.Resources
        where assignment.Type == PulumiHarness.Access
        let id = assignment.Inputs.GetValueOrDefault("appId")
        where id is null || !id.Equals(ApplicationOf(assignment, run)?.Id)
        select $"application {assignment.Component}: {assignment} assigns its groups to {id ?? "none"}";

    private static IEnumerable<string> OtherClients(StackSettings settings, ProgramRun run) =>
        from policy in run.Resources
        where policy.Type == PulumiHarness.TokenPolicy
        let clients = Texts(policy, "clientWhitelists")
        where !clients.SequenceEqual([ApplicationOf(policy, run)?.ClientId])
        select $"application {policy.Component}: {policy} admits {Text.And(clients)}";

    private static IEnumerable<string> Orphans(StackSettings settings, ProgramRun run) =>
        from resource in run.Resources
        where !resource.IsComponent && resource.Component is null
        select $"{resource} is below no component";

    private static IEnumerable<string> Unprotected(StackSettings settings, ProgramRun run) =>
        from resource in run.Resources
        where resource.Type is PulumiHarness.OAuth or PulumiHarness.Group
        where settings.Production && resource.Options.Protect != true
        select $"{(resource.Type == PulumiHarness.Group ? "group" : "application")} {resource.Name} is not protected";

    private static IEnumerable<string> LostInputs(StackSettings settings, ProgramRun run) =>
        from resource in run.Resources
        from input in resource.Lost
        select $"{resource} is declared with {input}, which is null or unknown";

    private static IEnumerable<string> NotEqual(ProgramRun run, string input, object wanted) =>
        from application in Applications(run)
        let value = application.Inputs.GetValueOrDefault(input)
        where !wanted.Equals(value)
        select $"application {application.Name} is declared with {input} {Wire.Of(value)}, not {Wire.Of(wanted)}";

    private static IEnumerable<Declared> Applications(ProgramRun run) =>
        run.Resources.Where(resource => resource.Type == PulumiHarness.OAuth);

    private static Declared? ApplicationOf(Declared resource, ProgramRun run) =>
        Applications(run).SingleOrDefault(application => application.Component == resource.Component);

    private static List<string> Texts(Declared resource, string input) =>
        [.. (resource.Inputs.GetValueOrDefault(input) as IEnumerable<object> ?? []).Cast<string>()];

    // A wildcard stands for a part of one label.
    private static bool IsOn(string baseUri, string uri) =>
        Regex.IsMatch(
            baseUri,
            $"^{Regex.Escape(Origin().Match(uri).Value).Replace(@"\*", "[^./:]+", StringComparison.Ordinal)}$"
        );

    [GeneratedRegex("^https?://[^/?]+")]
    private static partial Regex Origin();
}
