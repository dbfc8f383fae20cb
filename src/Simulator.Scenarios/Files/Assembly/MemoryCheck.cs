using Simulator.Api.Documents;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>
/// The memory that a run needs at least, estimated before it begins: whoever has much too little is refused before the system ends the
/// run without a word, and whoever has little is told.
/// </summary>
internal static class MemoryCheck
{
    /// <summary>The program and its libraries. This and what follows is the peak of `run` with its files: 10 nodes and 100 pods take 99 MB,
    /// 10,000 and 300,000 take 889, 40,000 and 40,000 take 468, 40,000 and 400,000 take 1,348, 100,000 and a million 2,900.</summary>
    private const double Program = 100e6;

    private const double BytesPerNode = 6_600;

    private const double BytesPerPod = 2_400;

    /// <summary>The collector does with less where there is less, but not with so much less.</summary>
    private const double Unbearable = 1.5;

    /// <summary>The rest is for pods that come in the place of others, and for other programs.</summary>
    private const double Noteworthy = 0.7;

    public static void Check(Scenario scenario, FieldReader fields)
    {
        if (fields.Context.Diagnostics.HasErrors) return;
        var nodes = scenario.Clusters.Sum(cluster => (double)ClusterPlaces.Count(cluster.NodePools));
        var pods = scenario.Clusters.Sum(cluster => (double)PodCount.Of(cluster, scenario.Operations));
        var (need, there) = (Program + (nodes * BytesPerNode) + (pods * BytesPerPod), Available());
        if (need <= there * Noteworthy) return;
        var sentence = $"{pods:N0} pods and {nodes:N0} nodes need about {Shown(need)} of memory, and this machine has {Shown(there)}";
        if (need > there * Unbearable) fields.ErrorAt("clusters", $"{sentence}; allowed are fewer of them");
        else Remark(fields, $"{sentence}: the run may end for want of it");
    }

    private static void Remark(FieldReader fields, string sentence) =>
        new SourceCursor(fields.Node["clusters"] ?? fields.Node, fields.Path.Child("clusters"), fields.Context).Remark(sentence);

    /// <summary>Bytes of the machine, or of what a container or a setting leaves to this process.</summary>
    private static double Available() => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    private static string Shown(double bytes) => bytes < 1e9 ? $"{bytes / 1e6:N0} MB" : $"{bytes / 1e9:N1} GB";
}
