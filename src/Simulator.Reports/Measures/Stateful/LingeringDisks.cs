using Simulator.Reports.Statistics;
using Simulator.World.Specification;

namespace Simulator.Reports.Measures.Stateful;

/// <summary>Disks that were still attached to their old machines while the pods that need them waited elsewhere.</summary>
internal sealed class LingeringDisks(RunRecorder run)
{
    /// <summary>A kubelet says at its next heartbeat, within 10 s, that a disk is unmounted.</summary>
    private static readonly TimeSpan LingerMin = TimeSpan.FromMinutes(1);

    private readonly DiskNames _names = new(run);

    public IEnumerable<string> Sentences => new[] { Tell(Forced(), UnableToSay), Tell(Unsaid(), WhyUnsaid) }.OfType<string>();

    private string? Tell(IEnumerable<Stay> stays, Func<Stay, bool, string> why)
    {
        var all = stays.OrderByDescending(stay => stay.Lingered).ThenBy(stay => stay.Disk.Name, StringComparer.Ordinal).ToList();
        if (all.Count == 0) return null;
        var longest = HumanTime.Long(all[0].Lingered.TotalSeconds);
        return all.Count == 1
            ? $"{Capital(_names.Of(all[0].Disk))} stayed attached to {all[0].Node} for {longest} after its pod was gone: "
                + $"{why(all[0], false)}."
            : $"{HumanNumber.Count(all.Count)} disks stayed attached to their old nodes for up to {longest} after their pods were gone: "
                + $"{why(all[0], true)}.";
    }

    private IEnumerable<Stay> Forced() => run.Disks.SelectMany(disk => disk.Forced
        .Where(forced => _names.PetOf(disk) is not { } pet || IsWaitedFor(pet, forced.Node, forced.At))
        .Select(forced => new Stay(disk, forced.Node, forced.At - forced.Waited, forced.Waited)));

    private IEnumerable<Stay> Unsaid()
    {
        foreach (var disk in run.Disks.Where(disk => disk.Stays.Count > 1))
        {
            if (_names.PetOf(disk) is not { } pet) continue;
            foreach (var stay in disk.Stays)
            {
                if (stay.To is not { } to
                    || disk.Forced.Any(forced => forced.Node == stay.Node && forced.At >= stay.From && forced.At <= to))
                {
                    continue;
                }
                var gone = pet.Lives.LastOrDefault(life => life.Node?.Name == stay.Node && life.RemovedAt <= to)?.RemovedAt;
                if (to - gone >= LingerMin && IsWaitedFor(pet, stay.Node, to))
                {
                    yield return new Stay(disk, stay.Node, gone!.Value, to - gone.Value);
                }
            }
        }
    }

    /// <summary>The pet had another node by then, and was not ready.</summary>
    private static bool IsWaitedFor(PetLife pet, string node, TimeSpan at) =>
        pet.Lives.Any(life => life.BoundAt < at && life.Node?.Name != node && !(life.ReadyAt < at) && !(life.RemovedAt < at));

    private static string UnableToSay(Stay stay, bool areMany) =>
        areMany ? "the kubelets there could not say that they were unmounted" : "the kubelet there could not say that it was unmounted";

    private string WhyUnsaid(Stay stay, bool areMany)
    {
        var node = run.Nodes.FirstOrDefault(node => node.Cluster == stay.Disk.Cluster && node.Name == stay.Node);
        var (machine, said) = areMany
            ? ("the machines were", "their kubelets said that they were unmounted")
            : ("the machine was", "its kubelet said that it was unmounted");
        if (!(node?.DownAt >= stay.Gone && node.DownAt <= stay.Gone + stay.Lingered)) return $"so long it took until {said}";
        return $"{machine} {(node.Outage?.Kind is OutageKind.Maintenance or OutageKind.Reboot ? "rebooted" : "down")} before {said}";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <param name="Gone">When its pod was.</param>
    private sealed record Stay(DiskLife Disk, string Node, TimeSpan Gone, TimeSpan Lingered);
}
