using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OktaSpa.Emulator;

/// <summary>What the organization begins with, and whom it lets in. Read from JSON, strictly.</summary>
internal sealed record Seed
{
    /// <summary>The organization's name, shown on its page.</summary>
    [JsonPropertyName("organisation")]
    public string Organization { get; init; } = "emulator";

    public IReadOnlyList<SeedGroup> Groups { get; init; } = [];

    public IReadOnlyList<SeedPolicy> Policies { get; init; } = [];

    public IReadOnlyList<SeedOrigin> TrustedOrigins { get; init; } = [];

    /// <summary>API tokens that are let in, to everything.</summary>
    public IReadOnlyList<string> ApiTokens { get; init; } = [];

    public IReadOnlyList<SeedToken> AccessTokens { get; init; } = [];

    public IReadOnlyList<SeedServiceApp> ServiceApps { get; init; } = [];

    /// <summary>Whether only credentials that are listed are let in. Without a seed file all are.</summary>
    internal bool IsStrict { get; init; }

    /// <exception cref="FormatException">It is not a seed; the message says where.</exception>
    public static Seed Parse(string json)
    {
        try
        {
            return (
                JsonSerializer.Deserialize<Seed>(json, Options)
                ?? throw new FormatException("the seed is null, but it is a JSON object")
            ) with
            {
                IsStrict = true,
            };
        }
        catch (JsonException exception)
        {
            var told =
                exception.Message.Contains("could not be mapped", StringComparison.Ordinal) ? "there is no such key"
                : exception.Message.Contains("could not be converted", StringComparison.Ordinal)
                    ? "this is not the kind of value that belongs here"
                : exception.Message.Split(" Path: ")[0];
            throw new FormatException(
                $"line {exception.LineNumber + 1}{(exception.Path is { Length: > 1 } path ? $", {path.TrimStart('$', '.')}" : "")}: {told}",
                exception
            );
        }
    }

    private static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            AllowDuplicateProperties = false,
            PropertyNameCaseInsensitive = false,
            ReadCommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
        };
}

/// <summary>A group; without an id it gets one.</summary>
internal sealed record SeedGroup(string Name, string? Description = null, string? Id = null);

/// <summary>An authentication policy; without an id it gets one.</summary>
internal sealed record SeedPolicy(string Name, string? Description = null, string? Id = null);

internal sealed record SeedOrigin(string Name, string Origin, IReadOnlyList<string> Scopes);

/// <summary>An OAuth access token that is let in, with its scopes, such as <c>okta.apps.manage</c>.</summary>
internal sealed record SeedToken(string Token, IReadOnlyList<string> Scopes);

/// <summary>An OAuth service app: signs in with an assertion that this public key (a JSON Web Key) verifies.</summary>
internal sealed record SeedServiceApp(string ClientId, JsonObject PublicKey, IReadOnlyList<string> Scopes);
