namespace OktaSpa.Settings;

/// <summary>A group that the stack declares.</summary>
/// <param name="Name">Its name in Okta, which applications name it by.</param>
/// <param name="Description">What it is for; null for nothing but where it is declared.</param>
/// <param name="Rule">The expression by which people become members; null where members are managed elsewhere.</param>
/// <param name="Formerly">The name that it had before; it keeps its members.</param>
internal sealed record DeclaredGroup(string Name, string? Description, string? Rule, string? Formerly);
