using System.Globalization;
using Simulator.ControlPlane.Versions;
using Simulator.Reports.Statistics;
using Simulator.World.ApiServer;

namespace Simulator.Reports.Measures;

/// <summary>
/// Why marking the nodes of an outage took long: the calls that the node controller made meanwhile, as they were counted.
/// </summary>
/// <param name="spread">Seconds from the first marking to the last.</param>
internal sealed class MarkingTime(RunRecorder run, OutageLife outage, ControllerManagerOptions flags, double spread)
{
    /// <summary>Heartbeats and the monitor's period.</summary>
    private const double UsualSpread = 20;

    public string Sentence
    {
        get
        {
            var took = $"Marking the nodes took {HumanTime.Long(spread)}";
            if (Spell is not { Calls.All: > 0 } spell) return $"{took}.";
            var calls = spell.Calls.All;
            var paced = Math.Max(0, calls - flags.KubeApiBurst) / (double)flags.KubeApiQps;
            var rest = spread - paced;
            if (rest < -Tolerance) return $"{took}.";
            if (rest <= Tolerance)
            {
                return $"{took}: {Made(spell.Calls)}, and its client may make {flags.KubeApiBurst} at once and {Qps} a second "
                    + "(kube-api-burst, kube-api-qps).";
            }
            if (rest <= UsualSpread)
            {
                return $"{took}: {Made(spell.Calls)}, which take {HumanTime.Long(paced)} at {Qps} a second (kube-api-qps); the other "
                    + $"{HumanTime.Long(rest)} are heartbeats and the monitor's period.";
            }
            var each = (spread * 1000 / calls).ToString(spread * 1000 / calls < 10 ? "0.##" : "0", CultureInfo.InvariantCulture);
            return $"{took}: {Made(spell.Calls)} one after the other, {each} ms each.";
        }
    }

    /// <summary>What the words leave open: they are rounded to a second, or to a minute from an hour on.</summary>
    private double Tolerance => Math.Max(2, spread / 100);

    private string Qps => flags.KubeApiQps.ToString("0.###", CultureInfo.InvariantCulture);

    private MarkingSpell? Spell =>
        run.Ending.Clusters.Where(cluster => cluster.Cluster == outage.Cluster)
            .SelectMany(cluster => cluster.Markings)
            .FirstOrDefault(spell => spell.To >= outage.StartedAt);

    private static string Made(CallCounts calls)
    {
        var rest = calls.Reads + calls.Rest;
        string[] parts =
        [
            $"{HumanNumber.Count(calls.Nodes)} for nodes",
            $"{HumanNumber.Count(calls.Pods)} for their pods",
            $"{HumanNumber.Count(calls.Events)} for events",
            $"{HumanNumber.Count(rest)} to look",
        ];
        return $"the node controller made {HumanNumber.Count(calls.All, "call", "calls")} ({string.Join(", ", parts)})";
    }
}
