namespace OktaSpa.Tests.Emulator;

public sealed class FaultTests
{
    [Fact]
    public async Task The_next_calls_that_match_fail_and_those_after_them_do_not()
    {
        await using var emulator = await Emulated.StartAsync();
        Assert.Equal(
            204,
            (
                await emulator.PutAsync(
                    "/emulator/faults",
                    """[{"method":"POST","path":"/api/v1/apps","answer":"500","times":2}]"""
                )
            ).Status
        );

        Assert.Equal(200, (await emulator.GetAsync("/api/v1/apps")).Status);
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var reply = await emulator.PostAsync("/api/v1/apps", Emulated.Spa().ToJsonString());
            Assert.Equal((500, "E0000009"), (reply.Status, (string)reply.Json["errorCode"]!));
        }
        await emulator.CreateSpaAsync();
        Assert.Single((await emulator.GetAsync("/api/v1/apps")).Json.AsArray());
    }

    [Fact]
    public async Task Too_many_requests_tell_until_when_to_wait()
    {
        await using var emulator = await Emulated.StartAsync();
        await emulator.PutAsync(
            "/emulator/faults",
            """[{"path":"/api/v1/groups*","answer":"429","milliseconds":2000}]"""
        );

        var reply = await emulator.GetAsync("/api/v1/groups?q=x");

        Assert.Equal((429, "E0000047"), (reply.Status, (string)reply.Json["errorCode"]!));
        Assert.Equal("0", reply.Headers["X-Rate-Limit-Remaining"].Single());
        var wait =
            long.Parse(reply.Headers["X-Rate-Limit-Reset"].Single(), System.Globalization.CultureInfo.InvariantCulture)
            - DateTimeOffset
                .Parse(reply.Headers["Date"].Single(), System.Globalization.CultureInfo.InvariantCulture)
                .ToUnixTimeSeconds();
        Assert.InRange(wait, 1, 4);
    }

    [Fact]
    public async Task A_body_can_be_broken_a_connection_closed_and_an_answer_slow()
    {
        await using var emulator = await Emulated.StartAsync();
        await emulator.PutAsync(
            "/emulator/faults",
            """[{"path":"/api/v1/apps","answer":"broken"},{"path":"/api/v1/groups","answer":"close"},{"path":"/api/v1/users/me","answer":"slow","milliseconds":50}]"""
        );

        var broken = await emulator.GetAsync("/api/v1/apps");
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => broken.Json);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => emulator.GetAsync("/api/v1/groups"));
        Assert.Equal(200, (await emulator.GetAsync("/api/v1/users/me")).Status);
        Assert.Contains(
            "\"path\":\"/api/v1/groups\",\"query\":\"\",\"scheme\":\"SSWS\",\"body\":null,\"status\":0",
            (await emulator.GetAsync("/emulator/requests")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("500", 1)]
    [InlineData("broken", 1)]
    [InlineData("close", 0)]
    public async Task A_call_can_be_carried_out_and_its_answer_lost(string answer, int answers)
    {
        await using var emulator = await Emulated.StartAsync();
        await emulator.PutAsync(
            "/emulator/faults",
            $$"""[{"method":"POST","path":"/api/v1/groups","answer":"{{answer}}","after":true}]"""
        );

        if (answers == 0)
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => emulator.CreateGroupAsync("Engineering"));
        else
            Assert.DoesNotContain(
                "Engineering",
                (await emulator.PostAsync("/api/v1/groups", """{"profile":{"name":"Engineering"}}""")).Text,
                StringComparison.Ordinal
            );

        Assert.Single((await emulator.GetAsync("/api/v1/groups?q=Engineering")).Json.AsArray());
        var again = await emulator.PostAsync("/api/v1/groups", """{"profile":{"name":"Engineering"}}""");
        Assert.Equal(
            (400, "name: An object with this field already exists in the current organization"),
            (again.Status, again.Cause)
        );
    }

    [Fact]
    public async Task A_refusal_can_be_lost_too()
    {
        await using var emulator = await Emulated.StartAsync();
        await emulator.PutAsync(
            "/emulator/faults",
            """[{"path":"/api/v1/groups/00gnone","answer":"500","after":true}]"""
        );

        Assert.Equal(500, (await emulator.GetAsync("/api/v1/groups/00gnone")).Status);
        Assert.Equal(404, (await emulator.GetAsync("/api/v1/groups/00gnone")).Status);
    }

    [Fact]
    public async Task An_application_whose_creation_was_not_heard_of_can_be_found_and_removed()
    {
        await using var emulator = await Emulated.StartAsync();
        var app = Emulated.Spa();
        app["credentials"]!["oauthClient"]!["client_id"] = "storefront-client";
        await emulator.PutAsync(
            "/emulator/faults",
            """[{"method":"POST","path":"/api/v1/apps","answer":"close","after":true}]"""
        );
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => emulator.PostAsync("/api/v1/apps", app.ToJsonString()));

        Assert.Equal(
            "client_id: An object with this field already exists in the current organization",
            (await emulator.PostAsync("/api/v1/apps", app.ToJsonString())).Cause
        );
        var id = (string)(await emulator.GetAsync("/api/v1/apps?q=Storefront")).Json.AsArray().Single()!["id"]!;
        Assert.Equal(200, (await emulator.PostAsync($"/api/v1/apps/{id}/lifecycle/deactivate")).Status);
        Assert.Equal(204, (await emulator.DeleteAsync($"/api/v1/apps/{id}")).Status);
        Assert.Equal(200, (await emulator.PostAsync("/api/v1/apps", app.ToJsonString())).Status);
    }

    [Fact]
    public async Task What_is_left_of_a_minutes_calls_counts_down_for_each_kind_and_never_to_nothing()
    {
        var time = new StoppedTime();
        await using var emulator = await Emulated.StartAsync(time: time);

        Assert.Equal((599, 60), await LeftAsync("/api/v1/groups"));
        time.Now += TimeSpan.FromSeconds(20);
        Assert.Equal((598, 40), await LeftAsync("/api/v1/groups/00gnone"));
        Assert.Equal((599, 60), await LeftAsync("/api/v1/apps"));
        for (var call = 0; call < 600; call++)
            await emulator.GetAsync("/api/v1/groups?limit=1");
        Assert.Equal((1, 40), await LeftAsync("/api/v1/groups"));
        time.Now += TimeSpan.FromSeconds(40);
        Assert.Equal((599, 60), await LeftAsync("/api/v1/groups"));
        await emulator.PutAsync("/emulator/faults", """[{"answer":"429","milliseconds":0}]""");
        Assert.Equal((0, 1), await LeftAsync("/api/v1/groups"));

        async Task<(long Remaining, long Wait)> LeftAsync(string path)
        {
            var headers = (await emulator.GetAsync(path)).Headers;
            return (Number("X-Rate-Limit-Remaining"), Number("X-Rate-Limit-Reset") - time.Now.ToUnixTimeSeconds());

            long Number(string name) =>
                long.Parse(headers[name].Single(), System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    [Theory]
    [InlineData("""[{"answer":"404"}]""")]
    [InlineData("""[{"answer":"429","after":true}]""")]
    [InlineData("""[{"answer":"slow","after":true}]""")]
    [InlineData("""[{"answer":"500","times":0}]""")]
    [InlineData("""[{"answer":"500","time":1}]""")]
    [InlineData("""[null]""")]
    [InlineData("""[{}]""")]
    [InlineData("""{}""")]
    [InlineData("")]
    public async Task A_list_of_faults_that_is_not_one_is_refused(string body)
    {
        await using var emulator = await Emulated.StartAsync();

        var reply = await emulator.PutAsync("/emulator/faults", body);

        Assert.Equal(400, reply.Status);
        Assert.NotEqual("", (string)reply.Json["error"]!);
    }

    [Fact]
    public async Task A_web_page_can_neither_change_the_emulator_nor_reach_it_by_another_name()
    {
        await using var emulator = await Emulated.StartAsync();

        Assert.Equal(
            403,
            (await emulator.SendAsync("PUT", "/emulator/faults", "[]", null, origin: "https://evil.example")).Status
        );
        Assert.Equal(
            421,
            (
                await emulator.RawAsync(
                    "GET /emulator/state HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                )
            ).Status
        );
    }

    [Fact]
    public async Task What_was_asked_is_listed_without_credentials_and_secrets()
    {
        await using var emulator = await Emulated.StartAsync();
        var app = Emulated.Spa();
        app["credentials"]!["oauthClient"]!["client_secret"] = "the-secret";
        await emulator.SendAsync("POST", "/api/v1/apps?activate=true", app.ToJsonString(), "SSWS the-token");

        var listed = await emulator.GetAsync("/emulator/requests", null);

        var request = listed.Json[0]!;
        Assert.Equal(
            ("POST", "/api/v1/apps", "?activate=true", "SSWS", 200),
            (
                (string)request["method"]!,
                (string)request["path"]!,
                (string)request["query"]!,
                (string)request["scheme"]!,
                (int)request["status"]!
            )
        );
        Assert.Equal("Storefront", (string)request["body"]!["label"]!);
        Assert.DoesNotContain("the-secret", listed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("the-token", listed.Text, StringComparison.Ordinal);
    }

    private sealed class StoppedTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch.AddDays(20_000);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
