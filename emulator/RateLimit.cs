using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OktaSpa.Emulator;

/// <summary>
/// The <c>X-Rate-Limit</c> headers: calls of a minute, counted for each kind of object, such as <c>/api/v1/apps</c>. No
/// call is refused for their number; so fewer than one is never told to be left, but in the answer to a fault.
/// </summary>
internal sealed class RateLimit(TimeProvider time)
{
    private const int Limit = 600;
    private const int Window = 60;

    private readonly Dictionary<string, (long Until, int Calls)> buckets = [];
    private readonly Lock gate = new();

    /// <summary>Counts this call and tells what is left.</summary>
    public void Count(HttpContext http)
    {
        var bucket = string.Join('/', http.Request.Path.Value!.Split('/').Take(4));
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        (long Until, int Calls) count;
        lock (gate)
        {
            count =
                buckets.TryGetValue(bucket, out var kept) && kept.Until > now
                    ? (kept.Until, kept.Calls + 1)
                    : (now + Window, 1);
            buckets[bucket] = count;
        }
        Tell(http, Math.Max(1, Limit - count.Calls), count.Until);
    }

    /// <summary>Tells that nothing is left for so long.</summary>
    public void Exceed(HttpContext http, int milliseconds) =>
        Tell(http, 0, time.GetUtcNow().ToUnixTimeSeconds() + Math.Max(1, (milliseconds + 999) / 1000));

    private static void Tell(HttpContext http, int remaining, long until)
    {
        http.Response.Headers["X-Rate-Limit-Limit"] = Limit.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["X-Rate-Limit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["X-Rate-Limit-Reset"] = until.ToString(CultureInfo.InvariantCulture);
    }
}
