namespace OktaSpa.Cli.Graph;

/// <summary>The types of what the program declares in Okta.</summary>
internal static class ResourceTypes
{
    public const string OAuth = "okta:app/oAuth:OAuth";
    public const string Access = "okta:index/appGroupAssignments:AppGroupAssignments";
    public const string Policy = "okta:auth/serverPolicy:ServerPolicy";
    public const string PolicyRule = "okta:auth/serverPolicyRule:ServerPolicyRule";
    public const string Group = "okta:group/group:Group";
    public const string GroupRule = "okta:group/rule:Rule";
    public const string Origin = "okta:trustedorigin/origin:Origin";
}
