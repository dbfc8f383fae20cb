using System.Text.Json;
using Simulator.ControlPlane.Controllers.Throttling;

namespace Simulator.Scenarios.Conformance;

/// <summary>Client rate limits and eviction rates: which takes succeed.</summary>
public sealed class TokenBucketKind : IConformanceKind
{
    public string Kind => "token-bucket";

    public string? Difference(JsonElement recording)
    {
        var bucket = new TokenBucket(recording.GetProperty("qps").GetSingle(), recording.Int("burst"), recording.Moment("createdAtMs"));
        foreach (var attempt in recording.List("tryAccept"))
        {
            var accepted = bucket.TryTake(attempt.Moment("tMs"));
            if (accepted != attempt.Bool("accepted"))
            {
                return $"at {attempt.Long("tMs")} ms: {(accepted ? "accepted" : "refused")}, recorded otherwise";
            }
        }

        return null;
    }
}
