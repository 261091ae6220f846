using System.Collections.Immutable;
using Pulumi;
using Pulumi.Okta.App;
using Pulumi.Utilities;

namespace OktaSpa.Tests.OfflineSdk;

public sealed partial class MockBehaviorTests
{
    [Fact]
    public async Task The_id_from_the_mock_is_the_id_of_the_resource()
    {
        var app = await engine.Answer("app", "0oa1", Engine.State()).RunAsync(() => Samples.App(), preview: true);

        Assert.Equal("0oa1", await OutputUtilities.GetValueAsync(app.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task Without_an_id_from_the_mock_the_id_is_unknown(string? id)
    {
        var app = await engine.Answer("app", id, Engine.State()).RunAsync(() => Samples.App());

        Assert.False(await OutputUtilities.GetIsKnownAsync(app.Id));
    }

    [Fact]
    public async Task Without_an_id_from_the_mock_an_imported_resource_keeps_its_own()
    {
        var app = await engine
            .Answer("app", null, Engine.State())
            .RunAsync(() => Samples.App(options: new() { ImportId = "0oa1" }));

        Assert.Equal("0oa1", await OutputUtilities.GetValueAsync(app.Id));
    }

    [Fact]
    public async Task Outputs_are_filled_from_the_state_by_wire_name()
    {
        var state = Engine.State(
            ("clientId", "0oa2"),
            ("pkceRequired", true),
            ("refreshTokenLeeway", 30),
            ("redirectUris", ImmutableArray.Create("https://example.com"))
        );
        var app = await engine.Answer("app", "0oa1", state).RunAsync(() => Samples.App());

        Assert.Equal("0oa2", await OutputUtilities.GetValueAsync(app.ClientId));
        Assert.True(await OutputUtilities.GetValueAsync(app.PkceRequired));
        Assert.Equal(30, await OutputUtilities.GetValueAsync(app.RefreshTokenLeeway));
        Assert.Equal<string>(["https://example.com"], await OutputUtilities.GetValueAsync(app.RedirectUris));
    }

    [Fact]
    public async Task Echoed_inputs_become_outputs()
    {
        var access = await engine.RunAsync(() => Samples.Access("0oa1", "00g1", "00g2"));

        Assert.Equal("0oa1", await OutputUtilities.GetValueAsync(access.AppId));
        var groups = await OutputUtilities.GetValueAsync(access.Groups);
        Assert.Equal(
            [("00g1", 1, "{}"), ("00g2", 1, "{}")],
            groups.Select(group => (group.Id, group.Priority!.Value, group.Profile))
        );
    }

    [Fact]
    public async Task What_the_state_of_a_nested_object_lacks_is_its_default()
    {
        var state = Engine.State(("groups", new[] { Engine.State(("id", "00g1")) }));
        var access = await engine.Answer("access", "id", state).RunAsync(() => Samples.Access("0oa1"));

        var group = Assert.Single(await OutputUtilities.GetValueAsync(access.Groups));
        Assert.Equal(("00g1", null, null), (group.Id, group.Priority, group.Profile));
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_silently_becomes_the_default()
    {
        var state = Engine.State(
            ("pkceRequired", "yes"),
            ("refreshTokenLeeway", "30"),
            ("redirectUris", "https://example.com"),
            ("clientId", 1)
        );
        var app = await engine.Answer("app", "0oa1", state).RunAsync(() => Samples.App(), preview: true);

        Assert.True(await OutputUtilities.GetIsKnownAsync(app.PkceRequired));
        Assert.False(await OutputUtilities.GetValueAsync(app.PkceRequired));
        Assert.Null(await OutputUtilities.GetValueAsync(app.RefreshTokenLeeway));
        Assert.True((await OutputUtilities.GetValueAsync(app.RedirectUris)).IsDefault);
        Assert.Null(await OutputUtilities.GetValueAsync(app.ClientId));
    }

    [Fact]
    public async Task A_list_item_of_the_wrong_type_becomes_the_default()
    {
        var state = Engine.State(("redirectUris", new object[] { "https://example.com", 1 }));
        var app = await engine.Answer("app", "0oa1", state).RunAsync(() => Samples.App());

        Assert.Equal<string?>(["https://example.com", null], await OutputUtilities.GetValueAsync(app.RedirectUris));
    }

    [Fact]
    public async Task What_the_state_lacks_is_unknown_in_a_preview()
    {
        var app = await engine.RunAsync(() => Samples.App(), preview: true);

        Assert.False(await OutputUtilities.GetIsKnownAsync(app.ClientId));
        Assert.False(await OutputUtilities.GetIsKnownAsync(app.RedirectUris));
        Assert.True(await OutputUtilities.GetIsKnownAsync(app.Label));
        Assert.True(await OutputUtilities.GetIsKnownAsync(app.Urn));
    }

    [Fact]
    public async Task What_the_state_lacks_is_a_known_default_in_an_update()
    {
        var app = await engine.RunAsync(() => Samples.App());

        Assert.True(await OutputUtilities.GetIsKnownAsync(app.ClientId));
        Assert.Null(await OutputUtilities.GetValueAsync(app.ClientId));
        Assert.False(await OutputUtilities.GetValueAsync(app.PkceRequired));
        Assert.True((await OutputUtilities.GetValueAsync(app.RedirectUris)).IsDefault);
    }

    [Fact]
    public async Task A_secret_is_lost_when_the_mock_echoes_it()
    {
        var args = Samples.AppArgs;
        args.ClientBasicSecret = "hunter2";
        args.AdminNote = Output.CreateSecret("note");
        var app = await engine.RunAsync(() => Samples.App(args: args));

        Assert.False(await Output.IsSecretAsync(app.AdminNote));
        Assert.False(await Output.IsSecretAsync(app.ClientBasicSecret));
    }

    [Fact]
    public async Task A_secret_in_the_state_is_secret_and_nothing_else_is()
    {
        var state = Engine.State(
            ("clientSecret", Output.CreateSecret("hunter2")),
            ("redirectUris", new object[] { Output.CreateSecret("a") }),
            ("label", "l")
        );
        var app = await engine.Answer("app", "0oa1", state).RunAsync(() => Samples.App());

        Assert.Equal("hunter2", await OutputUtilities.GetValueAsync(app.ClientSecret));
        Assert.True(await Output.IsSecretAsync(app.ClientSecret));
        Assert.True(await Output.IsSecretAsync(app.RedirectUris));
        Assert.False(await Output.IsSecretAsync(app.Label));
    }

    [Fact]
    public async Task An_unknown_in_the_state_is_unknown_even_in_an_update()
    {
        var state = Engine.State(
            ("clientId", OutputUtilities.CreateUnknown("x")),
            ("redirectUris", new object[] { OutputUtilities.CreateUnknown("x") })
        );
        var app = await engine.Answer("app", "0oa1", state).RunAsync(() => Samples.App());

        Assert.False(await OutputUtilities.GetIsKnownAsync(app.ClientId));
        Assert.False(await OutputUtilities.GetIsKnownAsync(app.RedirectUris));
    }

    [Fact]
    public async Task A_state_may_be_any_dictionary_or_arguments()
    {
        object[] states =
        [
            Engine.State(("label", "l")),
            new Dictionary<string, object> { ["label"] = "l" },
            new Dictionary<string, string> { ["label"] = "l" },
            new OAuthArgs { Label = "l", Type = "web" },
        ];

        foreach (var state in states)
        {
            var app = await new Engine().Answer("app", "0oa1", state).RunAsync(() => Samples.App());
            Assert.Equal("l", await OutputUtilities.GetValueAsync(app.Label));
        }
    }

    [Fact]
    public async Task A_state_that_is_no_dictionary_fails_the_run()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            engine
                .Answer("app", "0oa1", new { label = "l" })
                .RunAsync(() =>
                {
                    Samples.App();
                })
        );

        Assert.Contains("is not a supported argument type", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outputs_of_a_resource_depend_on_it()
    {
        var app = await engine.RunAsync(() => Samples.App());

        foreach (var output in new[] { app.Id, app.Urn, app.Label, app.ClientId })
            Assert.Same(app, Assert.Single(await OutputUtilities.GetDependenciesAsync(output)));
    }

    [Fact]
    public async Task A_resource_may_be_registered_twice()
    {
        var resources = await engine.RunAsync(() =>
        {
            Samples.App();
            Samples.App();
        });

        Assert.Equal(2, resources.Length);
        Assert.Equal(2, engine.Registered.Count);
    }

    [Fact]
    public async Task A_resource_given_an_id_is_read()
    {
        var read = await engine
            .Answer("read", "ignored", Engine.State())
            .RunAsync(() => Samples.Any("read", options: new() { Id = "0oa1" }));

        Assert.Equal("0oa1", await OutputUtilities.GetValueAsync(read.Id));
    }

    [Fact]
    public async Task A_resource_given_the_urn_of_another_has_its_outputs()
    {
        var same = await engine
            .Answer("app", "0oa1", Engine.State(("clientId", "0oa2")))
            .RunAsync(() =>
            {
                Samples.App();
                return Samples.App(
                    "same",
                    options: new() { Urn = "urn:pulumi:stack::project::pulumi:pulumi:Stack$okta:app/oAuth:OAuth::app" }
                );
            });

        Assert.Equal("0oa1", await OutputUtilities.GetValueAsync(same.Id));
        Assert.Equal("0oa2", await OutputUtilities.GetValueAsync(same.ClientId));
    }
}
