using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Plugins;

/// <summary>A small shop under a scheduler policy, in a folder of its own, run as a user would.</summary>
internal sealed class PluginFolder : IDisposable
{
    private readonly ScratchFolder _folder = new();

    /// <summary>The library of tests/Simulator.TestPlugins.</summary>
    public static string Library { get; } = Path.Combine(AppContext.BaseDirectory, "Simulator.TestPlugins.dll");

    public string Out => Path.Combine(_folder.Path, "out");

    public string Scenario { get; private set; } = "";

    /// <param name="predicates">Entries besides GeneralPredicates.</param>
    /// <param name="scheduler">More keys of the scheduler.</param>
    public static PluginFolder Of(string predicates = "", string priorities = "", string scheduler = "", string extenders = "")
    {
        var folder = new PluginFolder();
        folder.Write("policy.json", $$"""
            {"kind": "Policy", "apiVersion": "v1",
             "predicates": [{"name": "GeneralPredicates"}{{(predicates.Length > 0 ? ", " + predicates : "")}}],
             "priorities": [{{(priorities.Length > 0 ? priorities : """{"name": "EqualPriority", "weight": 1}""")}}],
             "extenders": [{{extenders}}]}
            """);
        folder.Scenario = folder.Write(
            "shop.yaml", Shop($"policy-config-file: policy.json{(scheduler.Length > 0 ? ", " + scheduler : "")}"));
        return folder;
    }

    /// <param name="plugins">Lines of the profile's <c>plugins</c>, six blanks in, and what comes behind it.</param>
    /// <param name="scheduler">More keys of the scheduler.</param>
    public static PluginFolder OfProfile(string plugins, string scheduler = "")
    {
        var folder = new PluginFolder();
        folder.Write("profile.yaml", """
            apiVersion: kubescheduler.config.k8s.io/v1beta3
            kind: KubeSchedulerConfiguration
            profiles:
              - plugins:
            """ + "\n" + plugins + "\n");
        folder.Scenario = folder.Write("shop.yaml", Shop($"config: profile.yaml{(scheduler.Length > 0 ? ", " + scheduler : "")}"));
        return folder;
    }

    public string Write(string name, string text) => _folder.Write(name, text);

    public CommandLine.Answer Run(params string[] more) => CommandLine.Run(["run", Scenario, "--out", Out, "--plugin", Library, .. more]);

    /// <summary>How many pods each node has at the end, in the order of the names.</summary>
    public string Spread()
    {
        var header = File.ReadLines(Path.Combine(Out, "nodes.csv")).First().Split(',').ToList();
        var pods = File.ReadLines(Path.Combine(Out, "pods.csv")).ToList();
        var column = pods[0].Split(',').ToList().IndexOf("node");
        var names = File.ReadLines(Path.Combine(Out, "nodes.csv")).Skip(1).Select(line => line.Split(',')[header.IndexOf("node")]).ToList();
        return string.Join(' ', names.Distinct().Order(StringComparer.Ordinal)
            .Select(name => pods.Skip(1).Count(line => line.Split(',')[column] == name)));
    }

    private static string Shop(string scheduler) => $$"""
        scenario: shop
        duration: 2m
        clusters:
          - name: east
            zones: [a, b]
            nodePools: [{ name: node, machineType: n1-standard-4, count: 4 }]
            start: empty
            controlPlane: { scheduler: { {{scheduler}} } }
            workloads: [{ generate: { kind: Deployment, namePrefix: web, count: 1, replicas: 8, cpu: 100m, memory: 100Mi } }]
        """;

    public void Dispose() => _folder.Dispose();
}
