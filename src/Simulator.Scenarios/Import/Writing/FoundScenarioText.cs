using System.Globalization;
using Simulator.Api;
using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Import.Building;

namespace Simulator.Scenarios.Import.Writing;

/// <summary>Writes scenario.yaml: what was found, in comments, and the scenario that begins there.</summary>
internal static class FoundScenarioText
{
    private static readonly string[] PlainResources = ["cpu", "memory", "pods", ResourceNames.NvidiaGpu];

    /// <param name="head">Sentences for the top, without the marks of comments.</param>
    public static string Write(string name, string version, FoundCluster cluster, IEnumerable<string> head)
    {
        using var text = new StringWriter { NewLine = "\n" };
        foreach (var line in head) text.WriteLine(line.Length == 0 ? "#" : $"# {line}");
        text.WriteLine($"scenario: {YamlScalar.Of(name)}");
        text.WriteLine("seed: 1");
        text.WriteLine("duration: 1h");
        text.WriteLine("clusters:");
        text.WriteLine("  - name: found");
        text.WriteLine($"    zones: [{string.Join(", ", cluster.Zones.Select(YamlScalar.Of))}]");
        if (KubernetesVersions.Others.Select(other => other.Name).Contains(version))
        {
            text.WriteLine($"    controlPlane: {{ version: {version} }}");
        }
        text.WriteLine("    start: as-found");
        text.WriteLine($"    found: {FoundFiles.Folder}");
        text.WriteLine("    nodePools:");
        foreach (var pool in cluster.Pools) Write(pool, text);
        WriteOutages(cluster, text);
        return text.ToString();
    }

    private static void Write(FoundPool pool, StringWriter text)
    {
        text.WriteLine($"      - name: {YamlScalar.Of(pool.Name)}");
        text.WriteLine($"        count: {pool.Nodes.Count.ToString(CultureInfo.InvariantCulture)}");
        text.WriteLine($"        zones: [{YamlScalar.Of(pool.Zone)}]");
        WriteList("names", pool.Nodes.Select(node => node.Name), text);
        var hostnames = pool.Nodes.Select(node => node.Label(WellKnownLabels.Hostname)).ToList();
        if (!hostnames.SequenceEqual(pool.Nodes.Select(node => node.Name))) WriteList("hostnames", hostnames, text);
        WriteList("cordoned", pool.Nodes.Where(node => node.IsCordoned).Select(node => node.Name), text);
        WriteAmounts("capacity", pool.Like.Capacity, text);
        if (!pool.Like.Allocatable.SequenceEqual(pool.Like.Capacity)) WriteAmounts("allocatable", pool.Like.Allocatable, text);
        text.WriteLine("        onlyTheseLabels: true");
        if (pool.Labels.Count > 0) text.WriteLine("        labels:");
        foreach (var (key, value) in pool.Labels)
        {
            text.WriteLine($"          {YamlScalar.Of(key)}: {YamlScalar.Of(value)}");
        }

        if (pool.Like.Taints.Count > 0) text.WriteLine("        taints:");
        foreach (var taint in pool.Like.Taints)
        {
            var effect = taint.Effect is "PreferNoSchedule" or "NoExecute" ? taint.Effect : "NoSchedule";
            text.WriteLine(
                $"          - {{ key: {YamlScalar.Of(taint.Key)}, value: {YamlScalar.Of(taint.Value)}, effect: {effect} }}");
        }
    }

    private static void WriteList(string key, IEnumerable<string> values, StringWriter text)
    {
        var all = values.Select(YamlScalar.Of).ToList();
        if (all.Count == 0) return;
        text.WriteLine($"        {key}:");
        foreach (var value in all) text.WriteLine($"          - {value}");
    }

    private static void WriteAmounts(string key, IReadOnlyList<KeyValuePair<string, string>> amounts, StringWriter text)
    {
        text.WriteLine($"        {key}:");
        var extended = amounts.Where(amount => !PlainResources.Contains(amount.Key)).ToList();
        foreach (var (name, amount) in amounts.Except(extended))
        {
            // None of it is what the key is left out for.
            if (IsSome(amount)) text.WriteLine($"          {YamlScalar.Of(name)}: {AmountOf(amount)}");
        }

        if (extended.Count == 0) return;
        text.WriteLine("          extended:");
        foreach (var (name, amount) in extended) text.WriteLine($"            {YamlScalar.Of(name)}: {AmountOf(amount)}");
    }

    /// <summary>A whole number is one, not a text.</summary>
    private static string AmountOf(string amount) =>
        amount.All(char.IsAsciiDigit) && amount.Length is > 0 and < 18 ? amount : YamlScalar.Of(amount);

    private static bool IsSome(string amount) => amount is not ("0" or "");

    private static void WriteOutages(FoundCluster cluster, StringWriter text)
    {
        if (cluster.Silent.Count > 0)
        {
            text.WriteLine("outages:");
            text.WriteLine("  # not Ready when they were found");
            text.WriteLine(
                $"  - {{ at: long-before, kind: power-loss, nodes: [{string.Join(", ", cluster.Silent.Select(YamlScalar.Of))}] }}");
            return;
        }

        text.WriteLine("outages: []");
    }
}
