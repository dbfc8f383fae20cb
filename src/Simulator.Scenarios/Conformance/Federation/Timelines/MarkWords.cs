using System.Globalization;
using System.Text.RegularExpressions;

namespace Simulator.Scenarios.Conformance.Federation.Timelines;

/// <summary>What the words of a mark mean.</summary>
internal static partial class MarkWords
{
    /// <summary>Null: nobody knows these words.</summary>
    public static IReadOnlyList<TimelineDeed>? Read(TimelineMark mark, FederationTimeline timeline)
    {
        var text = mark.What;
        if (text == "end") return [];
        var clusters = ClusterName().Matches(text).Select(match => match.Value).Distinct().ToList();
        if (Scaling().Match(text) is { Success: true } scaling)
        {
            var replicas = int.Parse(scaling.Groups[1].Value, CultureInfo.InvariantCulture);
            return [.. clusters.Select(cluster => new TimelineDeed(DeedKind.Scale, cluster, Replicas: replicas))];
        }

        if (Has(text, "controller manager"))
        {
            return Of(text, "", DeedKind.ManagerDown, DeedKind.ManagerUp, DeedKind.ManagerFreeze, DeedKind.ManagerThaw);
        }
        if (Has(text, "API server"))
        {
            return [.. clusters.SelectMany(cluster => Of(
                text, cluster, DeedKind.ServerDown, DeedKind.ServerUp, DeedKind.ServerFreeze, DeedKind.ServerThaw))];
        }
        if (Has(text, "kubelet") || Has(text, "hollow"))
        {
            return [.. clusters.SelectMany(cluster => Of(
                text, cluster, DeedKind.KubeletsDown, DeedKind.KubeletsUp, DeedKind.KubeletsDown, DeedKind.KubeletsUp))];
        }

        var isDeletion = Has(text, "DELETE");
        if (Has(text, "federated Service"))
        {
            return [new TimelineDeed(
                isDeletion ? DeedKind.DeleteService : DeedKind.CreateService, "", ServiceIn(mark, timeline, isDeletion))];
        }
        if (MemberService().IsMatch(text) && clusters.Count > 0)
        {
            return [.. clusters.Select(cluster => new TimelineDeed(
                DeedKind.DeleteMemberService, cluster, ServiceIn(mark, timeline, isDeletion: true)))];
        }

        return Has(text, "Cluster") && clusters.Count > 0
            ? [.. clusters.Select(cluster => new TimelineDeed(isDeletion ? DeedKind.Leave : DeedKind.Join, cluster))]
            : null;
    }

    private static IReadOnlyList<TimelineDeed> Of(string text, string cluster, DeedKind down, DeedKind up, DeedKind freeze, DeedKind thaw)
    {
        if (Has(text, "SIGSTOP")) return [new TimelineDeed(freeze, cluster)];
        if (Has(text, "SIGCONT")) return [new TimelineDeed(thaw, cluster)];
        if (Has(text, "restart")) return [new TimelineDeed(down, cluster), new TimelineDeed(up, cluster)];
        return [new TimelineDeed(Has(text, "started") || Has(text, "start ") || Has(text, "start again") ? up : down, cluster)];
    }

    /// <summary>The recording says which: the one that is created next, or a name in the text, or the only one.</summary>
    private static string ServiceIn(TimelineMark mark, FederationTimeline timeline, bool isDeletion)
    {
        var known = timeline.Services.Concat(timeline.CreatedServices.Select(created => created.Service)).ToList();
        if (known.OrderByDescending(name => name.Length).FirstOrDefault(name => Regex.IsMatch(
            mark.What, $@"\b{Regex.Escape(name)}\b")) is { } named)
        {
            return named;
        }
        var next = (isDeletion ? timeline.DeletedServices : timeline.CreatedServices).FirstOrDefault(entry => entry.At >= mark.At - 0.5);
        return next.Service ?? known.FirstOrDefault("");
    }

    private static bool Has(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\bc[0-9]+\b")]
    private static partial Regex ClusterName();

    [GeneratedRegex(@"scaled\s+[0-9]+\s*->\s*([0-9]+)")]
    private static partial Regex Scaling();

    [GeneratedRegex(@"DELETE (the )?(member )?Service\b", RegexOptions.IgnoreCase)]
    private static partial Regex MemberService();
}

internal enum DeedKind
{
    Join,
    Leave,
    CreateService,
    DeleteService,
    DeleteMemberService,
    Scale,
    ServerDown,
    ServerUp,
    ServerFreeze,
    ServerThaw,
    KubeletsDown,
    KubeletsUp,
    ManagerDown,
    ManagerUp,
    ManagerFreeze,
    ManagerThaw,
}

/// <param name="Cluster">"" = the federation.</param>
internal sealed record TimelineDeed(DeedKind Kind, string Cluster, string Service = "", int Replicas = 0);
