using System.Text.RegularExpressions;
using FsCheck.Xunit;
using OktaSpa.Settings;
using OktaSpa.Tests.Support;
using OktaSpa.Web;

namespace OktaSpa.Tests.Settings;

/// <summary>Rules that hold for any configuration, checked by other means than the program's own.</summary>
[Properties(Arbitrary = [typeof(Generated)], MaxTest = 300)]
public sealed partial class GeneratedSettingsTests
{
    [Property]
    public void Right_settings_are_accepted(RightSettings settings)
    {
        Assert.Empty(StackSettings.Read(Config.Of(settings.Json), "okta-spa", "dev").Problems);
    }

    [Property(MaxTest = 3000)]
    public void Whatever_is_accepted_obeys_the_rules(AnySettings any)
    {
        var (settings, problems) = StackSettings.Read(Config.Of(any.Json), "okta-spa", "dev");

        Assert.NotEqual(settings is null, problems.Count == 0);
        if (settings is null)
            return;
        Assert.Distinct(
            settings.Applications.Select(application => application.Label),
            StringComparer.OrdinalIgnoreCase
        );
        foreach (var application in settings.Applications)
        {
            Assert.Matches("^[a-z][a-z0-9-]*$", application.Name);
            Assert.InRange(application.Label.Trim().Length, 1, 100);
            Assert.NotEmpty(application.BaseUris);
            Assert.All(application.BaseUris, origin => Assert.Matches(OriginShape(), origin.ToString()));
            Assert.Subset(
                application.BaseUris.ToHashSet(),
                application.TrustedOrigins.Select(trusted => trusted.Origin).ToHashSet()
            );
            Assert.NotEmpty(
                application
                    .SignInRedirectUris.Select(uri => uri.ToString())
                    .Concat(application.WildcardUris.Select(uri => uri.ToString()))
            );
            Assert.All(application.SignInRedirectUris, uri => Assert.Contains(uri.Origin, application.BaseUris));
            Assert.All(
                application.WildcardUris,
                uri => Assert.Matches(@"^https://[^*./]*\*[^*./]*\.[^*/]+\.[^*/]+(/[^*]*)?$", uri.ToString())
            );
            Assert.All(
                application
                    .SignInRedirectUris.Concat(application.SignOutRedirectUris)
                    .Append(application.InitiateLoginUri ?? application.RedirectUri)
                    .Select(uri => uri.ToString()),
                uri =>
                    Assert.Matches(
                        @"^(https://|http://(localhost|[^/]*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])([:/?]|$))[^#*@\\\s]+$",
                        uri
                    )
            );
            Assert.Distinct(application.SignInRedirectUris);
            Assert.Distinct(application.SignOutRedirectUris);
            Assert.True(!application.Tile.IsShown || application.InitiateLoginUri is not null);
            if (!application.Access.IsEveryone && application.Access.Groups.Select(group => group.Value) is var groups)
            {
                Assert.NotEmpty(groups);
                Assert.Distinct(groups);
                Assert.DoesNotContain(
                    groups,
                    group => group.NameOrId.Equals("everyone", StringComparison.OrdinalIgnoreCase)
                );
            }
            Assert.InRange(application.RefreshToken?.GracePeriodSeconds ?? 0, 0, 60);
            Assert.Contains("openid", application.Scopes);
            Assert.Equal(application.RefreshToken is not null, application.Scopes.Contains("offline_access"));
            Assert.Distinct(application.Scopes);
            Assert.DoesNotContain(application.Scopes, scope => scope.StartsWith("okta.", StringComparison.Ordinal));
            if (settings.Production)
                Assert.All(
                    application.BaseUris,
                    origin => Assert.DoesNotMatch("localhost|//127\\.|\\[::1\\]|^http:", origin.ToString())
                );
        }
    }

    [Property(MaxTest = 1000)]
    public void Problems_have_a_place_a_message_and_a_remedy_and_are_told_once(AnySettings any)
    {
        var problems = StackSettings.Read(Config.Of(any.Json), "okta-spa", "dev").Problems;

        Assert.Distinct(problems);
        Assert.All(
            problems,
            problem =>
                Assert.All(
                    [problem.Path, problem.Message, problem.Remedy],
                    text => Assert.False(string.IsNullOrWhiteSpace(text))
                )
        );
        Assert.DoesNotContain(
            problems,
            problem =>
                problem.ToString().Contains("secret@", StringComparison.Ordinal)
                || problem.ToString().Any(character => char.IsControl(character))
        );
        Assert.Equal(problems, StackSettings.Read(Config.Of(any.Json), "okta-spa", "dev").Problems);
    }

    [Property(MaxTest = 1000)]
    public void Any_text_for_settings_is_read_without_an_exception(string? json)
    {
        var (settings, problems) = StackSettings.Read(
            key =>
                key switch
                {
                    "okta-spa:settings" => json,
                    "okta:orgName" => "example",
                    _ => "okta.com",
                },
            "okta-spa",
            "dev"
        );

        Assert.Null(settings);
        Assert.All(problems, problem => Assert.DoesNotContain("okta:", problem.Path, StringComparison.Ordinal));
        Assert.NotEmpty(problems);
    }

    [Property(MaxTest = 2000)]
    public void Any_text_for_a_uri_is_read_without_an_exception(string? text)
    {
        foreach (
            var uri in new[]
            {
                $"{text}",
                $"https://{text}",
                $"https://{text}.example.com/cb",
                $"https://app.example.com{text}",
                $"https://app.example.com:{text}",
            }
        )
        {
            Assert.NotEqual(WebOrigin.Parse(uri, out var origin) is null, origin is null);
            Assert.NotEqual(RedirectUri.Parse(uri, out var redirect) is null, redirect is null);
            Assert.NotEqual(WildcardUri.Parse(uri, out var wildcard) is null, wildcard is null);
        }
    }

    [Property(MaxTest = 500)]
    public void An_origin_that_was_read_reads_as_itself(string? text)
    {
        if (WebOrigin.Parse($"https://{text}.example.com", out var origin) is not null)
            return;
        Assert.Null(WebOrigin.Parse(origin!.ToString(), out var again));
        Assert.Equal(origin, again);
    }

    [GeneratedRegex(
        @"^(https://[a-z0-9._\-\[\]:]+|http://(localhost|[a-z0-9-]+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?)$"
    )]
    private static partial Regex OriginShape();
}
