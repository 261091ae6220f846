namespace OktaSpa.Tests.Emulator;

/// <summary>Who may use an application.</summary>
public sealed class AssignmentTests
{
    [Fact]
    public async Task Users_are_assigned_one_by_one_or_come_with_a_group()
    {
        await using var emulator = await Emulated.StartAsync();
        var (app, group) = (await emulator.CreateSpaAsync(), await emulator.CreateGroupAsync("Engineering"));
        var (both, member, alone) = (
            await CreateUserAsync(emulator, "both"),
            await CreateUserAsync(emulator, "member"),
            await CreateUserAsync(emulator, "alone")
        );
        await emulator.PutAsync($"/api/v1/apps/{app}/groups/{group}", "{}");
        foreach (var user in new[] { both, member })
            await emulator.PutAsync($"/api/v1/groups/{group}/users/{user}");
        foreach (var user in new[] { both, alone })
            await emulator.PostAsync($"/api/v1/apps/{app}/users", $$"""{"id":"{{user}}"}""");

        Assert.Equal([(both, "USER"), (alone, "USER"), (member, "GROUP")], await AssignedAsync());
        await emulator.DeleteAsync($"/api/v1/users/{alone}");
        await emulator.DeleteAsync($"/api/v1/apps/{app}/groups/{group}");
        Assert.Equal([(both, "USER")], await AssignedAsync());

        async Task<List<(string, string)>> AssignedAsync() =>
            [
                .. (await emulator.GetAsync($"/api/v1/apps/{app}/users"))
                    .Json.AsArray()
                    .Select(user => ((string)user!["id"]!, (string)user["scope"]!)),
            ];
    }

    [Fact]
    public async Task Everybody_comes_with_the_group_of_everybody()
    {
        await using var emulator = await Emulated.StartAsync();
        var app = await emulator.CreateSpaAsync();
        var everyone = (await emulator.GetAsync("/api/v1/groups?q=Everyone")).Json[0]!["id"];
        await emulator.PutAsync($"/api/v1/apps/{app}/groups/{everyone}", "{}");
        await CreateUserAsync(emulator, "jo");

        var users = (await emulator.GetAsync($"/api/v1/apps/{app}/users")).Json.AsArray();

        Assert.Equal(
            ["administrator@example.com", "jo@example.com"],
            users.Select(user => (string)user!["credentials"]!["userName"]!)
        );
    }

    [Fact]
    public async Task Only_a_user_who_is_there_is_assigned()
    {
        await using var emulator = await Emulated.StartAsync();
        var users = $"/api/v1/apps/{await emulator.CreateSpaAsync()}/users";

        Assert.Equal(404, (await emulator.PostAsync(users, """{"id":"00unone"}""")).Status);
        Assert.Equal("id: The field cannot be left blank", (await emulator.PostAsync(users, "{}")).Cause);
    }

    private static async Task<string> CreateUserAsync(Emulated emulator, string name) =>
        (string)
            (await emulator.PostAsync("/api/v1/users", $$$"""{"profile":{"login":"{{{name}}}@example.com"}}""")).Json[
                "id"
            ]!;
}
