using System.Globalization;
using Simulator.Api.Documents;

namespace Simulator.Scenarios.Import;

/// <summary>An import in sentences: the same on the terminal and at the top of the scenario.</summary>
public static class ImportText
{
    private const int OmissionsMax = 12;

    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>What was found.</summary>
    public static IEnumerable<string> Counts(ImportAnswer answer)
    {
        var when = answer.Moment is { } moment ? $" as of {moment.ToString("yyyy-MM-dd HH:mm:ss", English)} UTC" : "";
        yield return $"{Count(answer.Nodes, "node")} in {Count(answer.Pools, "pool")} and {Count(answer.Zones, "zone")}{when}: "
            + $"kubelets {Listed(answer.Kubelets)}";
        if (answer.NodesNotReady > 0) yield return $"{Count(answer.NodesNotReady, "node")} not Ready: without power since long before";
        if (answer.NodesCordoned > 0) yield return $"{Count(answer.NodesCordoned, "node")} cordoned";
        yield return $"{Count(answer.PodCount, "pod")}: {(answer.PodCount == 0 ? "none in the dump" : Listed(answer.Pods))}";
        if (answer.Owners.Count > 0)
        {
            yield return "running pods by owner: "
                + string.Join(
                    ", ",
                    answer.Owners.Select(
                        owner => $"{(owner.Key.Length > 0 ? owner.Key : "nobody")} {owner.Value.ToString("N0", English)}"));
        }
        if (answer.Kept.Count > 0) yield return $"objects: {Listed(answer.Kept)}";
        if (answer.LeftOut.Count > 0) yield return $"left out: {Listed(answer.LeftOut)}";
        if (answer.Twice > 0) yield return $"{Count(answer.Twice, "object")} came more than once and counted once";
    }

    /// <summary>How far the import can be trusted.</summary>
    public static IEnumerable<string> Fitness(ImportAnswer answer)
    {
        var fit = answer.Fit;
        if (fit.Running == 0)
        {
            yield return "fitness: no running pod whose place could be checked";
            yield break;
        }

        yield return string.Create(
            English, $"fitness: {Math.Floor(fit.Share * 1000) / 10:0.#} % of {Count(fit.Running, "running pod")} are on a node that the "
                + $"scheduler of {fit.Version} accepts for them ({fit.Accepted:N0}); {Count(fit.Static, "static pod")} besides");
        foreach (var reason in fit.Rejections)
        {
            yield return $"  {reason.Count.ToString("N0", English)} rejected: {reason.Reason}, such as {string.Join(", ", reason.Pods)}";
        }
    }

    /// <summary>What decisions depend on and is not acted upon, the worst first.</summary>
    public static IEnumerable<string> Omissions(ImportAnswer answer)
    {
        var decisive = answer.Omissions.Where(omission => omission.Effect == Effect.ChangesDecisions)
            .OrderByDescending(omission => omission.Count).ThenBy(omission => omission.Message, StringComparer.Ordinal).ToList();
        if (decisive.Count == 0) yield break;
        yield return "not acted upon, and decisions may differ for it:";
        foreach (var omission in decisive.Take(OmissionsMax)) yield return $"  {omission.Message}";
        if (decisive.Count > OmissionsMax) yield return $"  and {decisive.Count - OmissionsMax} more (--json lists all)";
    }

    private static string Listed(IReadOnlyDictionary<string, int> counts) =>
        string.Join(", ", counts.Select(count => $"{count.Key} {count.Value.ToString("N0", English)}"));

    private static string Count(int count, string what) => $"{count.ToString("N0", English)} {what}{(count == 1 ? "" : "s")}";
}
