using System.Globalization;
using System.Text;
using Simulator.Reports.Measures;
using Simulator.World.Specification;

namespace Simulator.Tests.Reports.Pictures;

/// <summary>
/// Two weeks in which requests fail and a replica is missing for some seconds, a hundred times: each far shorter than a pixel and than a
/// row of the time series.
/// </summary>
internal static class LongRun
{
    public const int Dips = 100;
    public const int Seconds = 14 * 86_400;

    public static RunRecorder Record()
    {
        var facts = new StringBuilder(TinyRun.Settled).Append("0 TrafficChanged default/w - 50000 0\n");
        for (var i = 0; i < Dips; i++)
        {
            var at = 1000 + (i * 11_939);
            facts.Append(CultureInfo.InvariantCulture, $"{at} OutageStarted n1 Reboot {i}\n{at} NodeWentDown n1 Reboot {i}\n");
            facts.Append(
                CultureInfo.InvariantCulture,
                $"{at} PodStoppedServing default/p1 n1\n{at} PodNotReady default/p1 n1\n{at} TrafficChanged default/w - 50000 "
                    + $"{25_000 - (i * 10)}\n");
            facts.Append(
                CultureInfo.InvariantCulture,
                $"{at + 7} PodServing default/p1 n1\n{at + 7} PodReady default/p1 n1\n{at + 7} TrafficChanged default/w - 50000 0\n");
            facts.Append(CultureInfo.InvariantCulture, $"{at + 7} NodeCameBack n1\n{at + 7} OutageEnded n1 - {i}\n");
        }

        return TinyRun.Record(facts.Append(CultureInfo.InvariantCulture, $"{Seconds} RunEnded east").ToString(), Scenario);
    }

    public static Scenario Scenario => TinyRun.Scenario with { Duration = TimeSpan.FromSeconds(Seconds) };

    /// <summary>In seconds, from-to, as facts have them.</summary>
    public static IEnumerable<(double From, double To)> Failing =>
        Enumerable.Range(0, Dips).Select(i => (1000.0 + (i * 11_939), 1007.0 + (i * 11_939)));
}
