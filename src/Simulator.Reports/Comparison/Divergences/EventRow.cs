using System.Globalization;
using Simulator.Reports.Tables;
using Simulator.World.Observations;

namespace Simulator.Reports.Comparison.Divergences;

/// <summary>One observation as events.csv has it; equal rows are the same observation.</summary>
/// <param name="Seconds">Since the start of the run, to the microsecond.</param>
public sealed record EventRow(decimal Seconds, string Cluster, string Kind, string Subject, string Other, string Value, string Extra)
{
    public static EventRow Of(in Observation fact) => new(
        (decimal)fact.At.Ticks / TimeSpan.TicksPerSecond, fact.Cluster, EventKinds.NameOf(fact.Kind), fact.Subject, fact.Other,
        fact.Value.ToString(CultureInfo.InvariantCulture), fact.Extra.ToString(CultureInfo.InvariantCulture));

    /// <summary><c>0:05:34.250 east PodBound default/web-1 node-7</c></summary>
    public override string ToString()
    {
        var at = TimeSpan.FromTicks((long)(Seconds * TimeSpan.TicksPerSecond));
        var clock = string.Create(
            CultureInfo.InvariantCulture,
            $"{(int)at.TotalHours}:{at.Minutes:00}:{at.Seconds:00}.{at.Microseconds + (at.Milliseconds * 1000):000000}");
        IReadOnlyList<string> parts = [
            clock, Cluster, Kind, Subject, Other, Value == "0" && Extra == "0" ? "" : Value, Extra == "0" ? "" : Extra];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }
}
