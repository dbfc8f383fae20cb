namespace Simulator.Studies.Fuzzing;

/// <summary>Puts a text where a scenario meets it: itself, or as a manifest or a table of one.</summary>
internal static class FuzzHost
{
    /// <summary>Ways in which a cluster meets a manifest.</summary>
    private static readonly string[] Meetings =
    [
        "    workloads: [{ manifests: [m.yaml] }]\n",
        "    start: empty\n    workloads: [{ manifests: [m.yaml] }]\n",
        "    workloads: [{ generate: { kind: Deployment, count: 1, replicas: 2, cpu: 100m, memory: 100Mi } }]\n"
            + "operations: [{ at: 30s, apply: [m.yaml] }]\n",
    ];

    /// <summary>Ways in which a scenario meets a table.</summary>
    private static readonly string[] Tables =
    [
        "replay: [{ file: t.csv }]\n", "machineTypes: t.csv\n",
        "    workloads: [{ generate: { kind: Deployment, count: 1, replicas: 2, cpu: 100m, memory: 100Mi } }]\n"
            + "    traffic: [{ services: [\"web*\"], file: t.csv }]\n",
    ];

    public static int WaysOf(FuzzFile file) => file.IsScenario ? 1 : file.IsTable ? Tables.Length : Meetings.Length;

    /// <summary>Writes what is to be tried.</summary>
    /// <param name="place">A name that nobody else uses at the time.</param>
    /// <returns>The scenario, and what to delete afterwards.</returns>
    public static (string Scenario, IReadOnlyList<string> Written) Write(FuzzFile file, string text, int way, string folder, string place)
    {
        if (file.IsScenario)
        {
            var path = Path.Combine(Path.GetDirectoryName(file.Path)!, $"{place}.yaml");
            File.WriteAllText(path, text);
            return (path, [path]);
        }

        var home = Directory.CreateDirectory(Path.Combine(folder, place)).FullName;
        var written = Path.Combine(home, file.IsTable ? "t.csv" : "m.yaml");
        File.WriteAllText(written, text);
        var scenario = Path.Combine(home, "scenario.yaml");
        File.WriteAllText(scenario, Host + (file.IsTable ? Tables[way] : Meetings[way]));
        return (scenario, [written, scenario]);
    }

    public const string Host =
        "scenario: host\nduration: 5m\nclusters:\n  - name: c\n    zones: [a, b]\n"
        + "    nodePools: [{ name: n, machineType: n1-standard-4, count: 4 }]\n"
        + "    controlPlane: { controller-manager: { cloud-provider: gce } }\n";
}
