using System.Globalization;
using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>Moments as Kubernetes writes them: RFC 3339.</summary>
internal static class Timestamps
{
    /// <summary>Ticks since 1970: order and distances of a dump's moments are kept; whoever loads it sets the origin.</summary>
    public static Instant? Timestamp(this SourceCursor cursor)
    {
        if (cursor.Node is SourceScalar { Kind: ScalarKind.Text } scalar && TryParse(scalar.Text, out var moment)) return moment;
        cursor.Refuse("a moment such as 2016-09-01T12:00:00Z");
        return null;
    }

    private static bool TryParse(string text, out Instant moment)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var isMoment = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var value);
        moment = new Instant(value.Ticks - DateTimeOffset.UnixEpoch.Ticks);
        return isMoment;
    }
}
