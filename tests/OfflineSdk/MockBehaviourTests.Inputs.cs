using System.Collections.Immutable;
using Pulumi;
using Pulumi.Okta.App;
using Pulumi.Okta.TrustedOrigin;
using Pulumi.Utilities;
using Okta = Pulumi.Okta;

namespace OktaSpa.Tests.OfflineSdk;

public sealed partial class MockBehaviorTests
{
    public static TheoryData<string> ListForms =>
        [
            "value",
            "output",
            "input",
            "values",
            "outputs",
            "inputs",
            "list",
            "list of outputs",
            "list of inputs",
            "array",
            "array of outputs",
            "array of inputs",
            "output of values",
            "output of list",
            "output of any",
            "output of array",
            "added",
            "concatenated",
        ];

    [Fact]
    public async Task A_new_resource_has_an_empty_id_and_provider()
    {
        await engine.RunAsync(() =>
        {
            Samples.App();
        });

        var sent = Assert.Single(engine.Registered);
        Assert.Equal((Samples.AppType, "app", "", ""), (sent.Type, sent.Name, sent.Id, sent.Provider));
    }

    [Fact]
    public async Task An_imported_resource_has_the_id_of_the_import()
    {
        await engine.RunAsync(() =>
        {
            Samples.App(options: new() { ImportId = "0oa1" });
        });

        Assert.Equal("0oa1", Assert.Single(engine.Registered).Id);
    }

    [Fact]
    public async Task Inputs_have_their_wire_names_and_wire_types()
    {
        var inputs = await Engine.InputsOfAsync(() =>
        {
            Samples.App(
                args: new OAuthArgs
                {
                    Label = "Storefront",
                    Type = "browser",
                    PkceRequired = true,
                    RefreshTokenLeeway = 30,
                    RedirectUris = { "https://example.com/cb", "https://example.com/cb2" },
                }
            );
        });

        Assert.Equal(["label", "pkceRequired", "redirectUris", "refreshTokenLeeway", "type"], inputs.Keys.Order());
        Assert.Equal("Storefront", inputs["label"]);
        Assert.Equal(true, inputs["pkceRequired"]);
        Assert.Equal(30.0, inputs["refreshTokenLeeway"]);
        Assert.Equal<object>(
            ["https://example.com/cb", "https://example.com/cb2"],
            Assert.IsType<ImmutableArray<object>>(inputs["redirectUris"])
        );
    }

    [Fact]
    public async Task A_wire_name_may_differ_from_the_name_of_the_argument()
    {
        var inputs = await Engine.InputsOfAsync(() =>
        {
            Samples.Origin("origin", "https://example.com");
        });

        Assert.Equal("https://example.com", inputs["origin"]);
    }

    [Fact]
    public async Task Nested_arguments_are_dictionaries()
    {
        var inputs = await Engine.InputsOfAsync(() =>
        {
            Samples.Access("app", "00g1");
        });

        var group = Assert.IsType<ImmutableDictionary<string, object>>(
            Assert.Single(Assert.IsType<ImmutableArray<object>>(inputs["groups"]))
        );
        Assert.Equal(["id", "priority", "profile"], group.Keys.Order());
        Assert.Equal(("00g1", 1.0, "{}"), (group["id"], group["priority"], group["profile"]));
    }

    [Fact]
    public async Task Null_and_unknown_inputs_are_absent()
    {
        var args = Samples.AppArgs;
        args.AdminNote = (string)null!;
        args.EnduserNote = Output.Create((string)null!);
        args.LoginUri = OutputUtilities.CreateUnknown("https://example.com");

        var inputs = await Engine.InputsOfAsync(() =>
        {
            Samples.App(args: args);
        });

        Assert.Equal(["label", "type"], inputs.Keys.Order());
    }

    [Fact]
    public async Task One_unknown_inside_makes_the_whole_input_absent()
    {
        var unknown = OutputUtilities.CreateUnknown("?");
        var args = Samples.AppArgs;
        args.RedirectUris = new Input<string>[] { "https://example.com", unknown };

        Assert.DoesNotContain(
            "redirectUris",
            await Engine.InputsOfAsync(() =>
            {
                Samples.App(args: args);
            })
        );
        Assert.DoesNotContain(
            "groups",
            await Engine.InputsOfAsync(() =>
            {
                Samples.Access("app", "00g1", unknown);
            })
        );
    }

    [Fact]
    public async Task An_empty_list_is_sent_but_one_never_touched_is_not()
    {
        var args = Samples.AppArgs;
        args.RedirectUris = new InputList<string>();
        args.GrantTypes = default(ImmutableArray<string>);

        var inputs = await Engine.InputsOfAsync(() =>
        {
            Samples.App(args: args);
        });

        Assert.Empty(Assert.IsType<ImmutableArray<object>>(inputs["redirectUris"]));
        Assert.Empty(Assert.IsType<ImmutableArray<object>>(inputs["grantTypes"]));
        Assert.DoesNotContain("postLogoutRedirectUris", inputs);
    }

    [Fact]
    public async Task Secret_inputs_arrive_in_clear()
    {
        var args = Samples.AppArgs;
        args.AdminNote = Output.CreateSecret("note");
        args.ClientBasicSecret = "hunter2";
        args.RedirectUris = new Input<string>[] { Output.CreateSecret("https://example.com") };

        var inputs = await Engine.InputsOfAsync(() =>
        {
            Samples.App(args: args);
        });

        Assert.Equal(("note", "hunter2"), (inputs["adminNote"], inputs["clientBasicSecret"]));
        Assert.Equal<object>(["https://example.com"], Assert.IsType<ImmutableArray<object>>(inputs["redirectUris"]));
    }

    [Fact]
    public async Task The_secret_argument_of_an_app_is_secret()
    {
        var args = Samples.AppArgs;
        args.ClientBasicSecret = "hunter2";

        Assert.True(await Output.IsSecretAsync(args.ClientBasicSecret.ToOutput()));
    }

    [Theory]
    [MemberData(nameof(ListForms))]
    public async Task A_list_may_be_given_in_every_form(string form)
    {
        Output<string> output = Output.Create("a");
        Input<string> input = output;
        InputList<string> list = form switch
        {
            "value" => "a",
            "output" => output,
            "input" => input,
            "values" => new[] { "a" },
            "outputs" => new[] { output },
            "inputs" => new[] { input },
            "list" => new List<string> { "a" },
            "list of outputs" => new List<Output<string>> { output },
            "list of inputs" => new List<Input<string>> { input },
            "array" => ImmutableArray.Create("a"),
            "array of outputs" => ImmutableArray.Create(output),
            "array of inputs" => ImmutableArray.Create(input),
            "output of values" => Output.Create<string[]>(["a"]),
            "output of list" => Output.Create(new List<string> { "a" }),
            "output of any" => Output.Create(Enumerable.Repeat("a", 1)),
            "output of array" => Output.Create(ImmutableArray.Create("a")),
            "added" => new InputList<string> { "a" },
            _ => new InputList<string>().Concat("a"),
        };

        Assert.Equal<string>(["a"], await OutputUtilities.GetValueAsync(list.ToOutput()));
    }

    [Fact]
    public async Task Lists_grow_in_order()
    {
        InputList<string> list = new[] { "a" };
        list.Add("b", Output.Create("c"));
        list.AddRange("d");
        list.Add(new InputList<string> { "e" });
        var seen = new List<string>();
        await foreach (var item in list)
            seen.Add(await OutputUtilities.GetValueAsync(item.ToOutput()));

        Assert.Equal(["a", "b", "c", "d", "e"], seen);
        Assert.Throws<NotSupportedException>(() => ((System.Collections.IEnumerable)list).GetEnumerator());
    }

    [Fact]
    public async Task Concatenating_leaves_both_lists_as_they_were()
    {
        InputList<string> first = "a";
        InputList<string> second = "b";

        var both = first.Concat(second);

        Assert.Equal<string>(["a", "b"], await OutputUtilities.GetValueAsync(both.ToOutput()));
        Assert.Equal<string>(["a"], await OutputUtilities.GetValueAsync(first.ToOutput()));
        Assert.Equal<string>(["b"], await OutputUtilities.GetValueAsync(second.ToOutput()));
    }

    [Fact]
    public async Task Dictionaries_are_sent_as_dictionaries()
    {
        InputMap<string> tags = new() { { "a", "1" }, { "b", Output.Create("2") } };
        tags["c"] = "3";
        tags.Add(new Dictionary<string, string> { ["d"] = "4" });

        var inputs = await Engine.InputsOfAsync(() =>
        {
            _ = new CustomResource("test:index:Any", "any", new AnyArgs { Tags = tags }, new());
        });

        var sent = Assert.IsType<ImmutableDictionary<string, object>>(inputs["tags"]);
        Assert.Equal(["a=1", "b=2", "c=3", "d=4"], sent.Select(tag => $"{tag.Key}={tag.Value}").Order());
    }

    [Fact]
    public async Task A_key_may_be_added_twice_only_with_the_same_value()
    {
        InputMap<string> same = new() { { "a", "1" }, { "a", "1" } };
        InputMap<string> different = new() { { "a", "1" }, { "a", "2" } };

        Assert.Equal("1", (await OutputUtilities.GetValueAsync(same.ToOutput()))["a"]);
        await Assert.ThrowsAsync<ArgumentException>(() => OutputUtilities.GetValueAsync(different.ToOutput()));
    }

    [Fact]
    public async Task Merged_dictionaries_prefer_the_second()
    {
        InputMap<string> first = new() { { "a", "1" }, { "b", "1" } };
        InputMap<string> second = new Dictionary<string, string> { ["b"] = "2" };

        var merged = await OutputUtilities.GetValueAsync(InputMap<string>.Merge(first, second).ToOutput());

        Assert.Equal(("1", "2"), (merged["a"], merged["b"]));
    }

    [Fact]
    public async Task An_argument_called_id_is_not_sent() =>
        Assert.Equal(
            ["value"],
            (
                await Engine.InputsOfAsync(() =>
                {
                    Samples.Any("any", 1);
                })
            ).Keys
        );

    [Fact]
    public async Task Plain_values_lists_and_dictionaries_are_sent_as_they_are()
    {
        var value = new Dictionary<string, object?>
        {
            ["list"] = new List<object?> { 1, 2.5, true, null, "a" },
            ["null"] = null,
            ["nested"] = new Dictionary<string, string> { ["b"] = "c" },
            ["__internal"] = "x",
        };

        var inputs = await Engine.InputsOfAsync(() =>
        {
            Samples.Any("any", value);
        });

        var sent = Assert.IsType<ImmutableDictionary<string, object>>(inputs["value"]);
        Assert.Equal(["list", "nested"], sent.Keys.Order());
        Assert.Equal<object?>([1.0, 2.5, true, null, "a"], Assert.IsType<ImmutableArray<object?>>(sent["list"]));
        Assert.Equal("c", Assert.IsType<ImmutableDictionary<string, object>>(sent["nested"])["b"]);
    }

    [Fact]
    public async Task Results_can_be_sent_on_with_their_nulls()
    {
        engine.AnswerCalls(
            ("groups", new[] { Engine.State(("id", "00g1"), ("customProfileAttributes", "{}")) }),
            ("id", "x")
        );
        await engine.RunAsync(() =>
        {
            var groups = Okta.GetGroups.Invoke();
            Samples.Any("any", groups.Apply(found => found.Groups));
        });

        var sent = Assert.IsType<ImmutableArray<object>>(Assert.Single(engine.Registered).Inputs["value"]);
        var group = Assert.IsType<ImmutableDictionary<string, object?>>(Assert.Single(sent));
        Assert.Equal(["customProfileAttributes", "description", "id", "name", "source", "type"], group.Keys.Order());
        Assert.Equal(("{}", "00g1", null), (group["customProfileAttributes"], group["id"], group["name"]));
    }

    [Fact]
    public async Task A_missing_argument_fails_the_run()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            engine.RunAsync(() =>
            {
                Samples.App(args: new OAuthArgs { Type = "browser" });
            })
        );

        Assert.Contains(
            "[Input] Pulumi.Okta.App.OAuthArgs.Label is required but was not given a value",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_missing_list_fails_the_run()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            engine.RunAsync(() =>
            {
                _ = new Origin("origin", new() { OriginName = "https://example.com" });
            })
        );

        Assert.Contains(
            "[Input] Pulumi.Okta.TrustedOrigin.OriginArgs._scopes is required",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_missing_nested_argument_fails_the_run_and_names_the_property()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            engine.RunAsync(() =>
            {
                _ = new Okta.AppGroupAssignments(
                    "access",
                    new()
                    {
                        AppId = "app",
                        Groups = new Okta.Inputs.AppGroupAssignmentsGroupArgs { Id = "00g1" },
                    }
                );
            })
        );

        Assert.Contains("error serializing property \"groups\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("AppGroupAssignmentsGroupArgs.Profile is required", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_argument_of_a_type_that_cannot_be_sent_fails_the_run()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            engine.RunAsync(() =>
            {
                Samples.Any("any", DateTime.UnixEpoch);
            })
        );

        Assert.Contains(
            "error serializing property \"value\": System.DateTime is not a supported argument type",
            error.Message,
            StringComparison.Ordinal
        );
    }
}
