using System.Globalization;
using System.Text.RegularExpressions;
using OktaSpa.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace OktaSpa.Tests;

/// <summary>House rules of whatever GitHub workflows are there, beyond what actionlint and zizmor know.</summary>
public sealed partial class WorkflowTests
{
    public static TheoryData<string> Workflows { get; } = new(GitHubFiles.Workflows);

    public static TheoryData<string> WorkflowsAndActions { get; } = new(GitHubFiles.All);

    [GitHubTheory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_gives_no_permission_at_the_top_and_names_each_jobs(string file)
    {
        Sentences.AssertNone(Wrong());

        IEnumerable<string> Wrong()
        {
            if (GitHubFiles.Read(file).Value("permissions") is not YamlMappingNode { Children.Count: 0 })
                yield return $"{file} does not say permissions: {{}} at the top";
            foreach (var job in Job.In(file).Where(job => job.Permissions.Count == 0))
                yield return $"{job} does not name its permissions";
        }
    }

    [GitHubTheory]
    [MemberData(nameof(Workflows))]
    public void Every_job_ends_by_itself_on_a_machine_that_stays_the_same(string file)
    {
        // A job that calls another workflow has neither.
        Sentences.AssertNone(Job.In(file).Where(job => job.Called.Length == 0).SelectMany(Wrong));

        static IEnumerable<string> Wrong(Job job)
        {
            var minutes = job.Node.Text("timeout-minutes");
            if (!int.TryParse(minutes, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 60)
                yield return $"{job} has no timeout-minutes from 1 to 60";
            if (job.Node.Text("runs-on").EndsWith("-latest", StringComparison.Ordinal))
                yield return $"{job} runs on whichever machine is the latest";
        }
    }

    [GitHubTheory]
    [MemberData(nameof(Workflows))]
    public void Nothing_runs_for_a_pull_request_with_the_bases_rights(string file) =>
        Assert.DoesNotContain("pull_request_target", Triggers(file));

    [GitHubTheory]
    [MemberData(nameof(Workflows))]
    public void What_a_forks_pull_request_reaches_has_nothing_to_steal(string file)
    {
        if (Triggers(file).Contains("pull_request"))
            Sentences.AssertNone(Job.In(file).Where(IsReachedByForks).SelectMany(Wrong));

        // A job of this repository's own pull requests says so.
        static bool IsReachedByForks(Job job)
        {
            const string own = "github.event.pull_request.head.repo.full_name == github.repository &&";
            const string configured = "(vars.PULUMI_ORGANIZATION != '' || vars.PULUMI_BACKEND_URL != '')";
            var condition = job.Node.Text("if");
            return !condition.Contains(own, StringComparison.Ordinal)
                || condition.Replace(configured, "", StringComparison.Ordinal).Contains("||", StringComparison.Ordinal);
        }

        static IEnumerable<string> Wrong(Job job)
        {
            if (job.Permissions.Any(permission => permission is not { Key: "contents", Value: "read" }))
                yield return $"{job} is reached by a fork's pull request with more permissions than contents: read";
            if (job.Node.Value("environment") is not null)
                yield return $"{job} is reached by a fork's pull request and has an environment";
            if (job.Secret is { } secret)
                yield return $"{job} is reached by a fork's pull request and reads {secret}";
        }
    }

    // What one run leaves in the cache is code of the next.
    [GitHubTheory]
    [MemberData(nameof(Workflows))]
    public void What_earlier_runs_left_is_not_taken_where_there_are_credentials(string file) =>
        Sentences.AssertNone(
            from job in Job.In(file)
            where job.IsTrusted
            from text in job.Node.Scalars()
            where text.StartsWith("actions/cache", StringComparison.Ordinal) || text == "./.github/actions/companion"
            select $"{job} has credentials and takes by {text} what earlier runs left"
        );

    [GitHubTheory]
    [MemberData(nameof(Workflows))]
    public void What_changes_Okta_is_never_canceled_half_way(string file)
    {
        var whole = GitHubFiles.Read(file).Value("concurrency");

        Sentences.AssertNone(
            from job in Job.In(file)
            where ChangesOkta(job)
            where (job.Node.Value("concurrency") ?? whole).Text("cancel-in-progress") != "false"
            select $"{job} changes Okta, but does not say cancel-in-progress: false"
        );

        static bool ChangesOkta(Job job) =>
            job.Node.Text("with", "operation") is "deploy" or "create" or "destroy"
            || job.Steps.Any(step => UnattendedChange().IsMatch(step.Text("run")));
    }

    [GitHubTheory]
    [MemberData(nameof(WorkflowsAndActions))]
    public void Every_action_is_pinned_by_its_commit_and_no_checkout_keeps_its_token(string file)
    {
        Sentences.AssertNone(GitHubFiles.Read(file).Mappings().SelectMany(Wrong));

        IEnumerable<string> Wrong(YamlMappingNode step)
        {
            var uses = step.Text("uses");
            if (uses.Length > 0 && !Pinned().IsMatch(uses))
                yield return $"{file}: {uses} is not pinned by its commit";
            if (
                uses.StartsWith("actions/checkout@", StringComparison.Ordinal)
                && step.Text("with", "persist-credentials") != "false"
            )
                yield return $"{file}: a checkout does not say persist-credentials: false";
        }
    }

    [GitHubTheory]
    [MemberData(nameof(WorkflowsAndActions))]
    public void No_script_is_made_of_an_expression(string file) =>
        Sentences.AssertNone(
            from step in GitHubFiles.Read(file).Mappings()
            let script = step.Text("run")
            where script.Contains("${{", StringComparison.Ordinal)
            select $"{file}: a script has an expression in it instead of an environment variable:\n{script}"
        );

    // --ignore-protect, PULUMI_OPTION_IGNORE_PROTECT, `pulumi state unprotect`
    [GitHubTheory]
    [MemberData(nameof(WorkflowsAndActions))]
    public void Nothing_defeats_the_protection_of_applications(string file) =>
        Sentences.AssertNone(
            from text in GitHubFiles.Read(file).Scalars()
            where Unprotecting().IsMatch(text)
            select $"{file} defeats the protection of applications: {text}"
        );

    private static IEnumerable<string> Triggers(string file) =>
        GitHubFiles.Read(file).Value("on") is var on && on is YamlMappingNode events
            ? events.Children.Keys.Select(name => name.Text())
            : on.Scalars();

    // What runs unattended says yes beforehand.
    [GeneratedRegex(@"\b(up|destroy|sweep)\b.*--yes\b")]
    private static partial Regex UnattendedChange();

    [GeneratedRegex("ignore[-_]?protect|unprotect", RegexOptions.IgnoreCase)]
    private static partial Regex Unprotecting();

    // By a path in this repository, by a commit of another one, or by a digest.
    [GeneratedRegex(@"^(\./[\w./-]+|[\w.-]+(/[\w.-]+)+@[0-9a-f]{40}|docker://[^@]+@sha256:[0-9a-f]{64})$")]
    private static partial Regex Pinned();
}
