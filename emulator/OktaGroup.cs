using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>A group and its members.</summary>
internal sealed class OktaGroup(JsonObject json) : OktaObject(json)
{
    public const string Everyone = "Everyone";

    private readonly List<OktaObject> members = [];

    public new string Name => (string)Json["profile"]!["name"]!;

    public string Type => (string)Json["type"]!;

    public IEnumerable<OktaObject> MembersAmong(IEnumerable<OktaObject> users) =>
        Name == Everyone ? users : users.Where(members.Contains);

    public void SetMember(OktaObject user, bool isMember)
    {
        var wasMember = members.Remove(user);
        if (isMember)
            members.Add(user);
        if (wasMember != isMember)
            Json["lastMembershipUpdated"] = Now();
    }
}
