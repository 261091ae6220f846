namespace OktaSpa.Cli.Graph;

/// <summary>The types of what the program declares in Okta.</summary>
internal static class ResourceTypes
{
    public const string OAuth = "okta:app/oAuth:OAuth";
    public const string Access = "okta:index/appGroupAssignments:AppGroupAssignments";
    public const string Origin = "okta:trustedorigin/origin:Origin";
}
