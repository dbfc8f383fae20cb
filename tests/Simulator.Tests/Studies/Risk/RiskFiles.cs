using System.Globalization;

namespace Simulator.Tests.Studies.Risk;

/// <summary>A folder with a small scenario, for who runs the program as a user does.</summary>
internal sealed class RiskFiles : IDisposable
{
    /// <summary>Six machines in two zones with two services; troubles and operations at fixed times, which a study leaves out.</summary>
    private const string Text =
        """
        scenario: tiny
        duration: 1h
        clusters:
          - name: east
            region: us
            zones: [a, b]
            nodePools: [{ name: n, machineType: n1-standard-2, count: 6 }]
            controlPlane: { version: 1.3.10 }
            workloads:
              - generate: { kind: ReplicationController, namePrefix: web, count: 2, replicas: 6, cpu: 100m, memory: 100Mi }
        outages:
          - { at: 5m, kind: power-loss, zone: a }
        operations:
          - { at: 6m, scale: rc/web-001, replicas: 7 }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public RiskFiles() => Scenario = Write("tiny.yaml", Text);

    public string Scenario { get; }

    public string Out => Path.Combine(_folder, "out");

    public string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(Out, name));

    /// <summary>Runs that are kept.</summary>
    public int Rows => File.ReadLines(Path.Combine(Out, "runs.jsonl")).Count() - 1;

    /// <summary>Numbers of a column of risk.csv, by what stands in the column of the trouble.</summary>
    public IReadOnlyDictionary<string, double> Column(string name, string service, string variant = "")
    {
        var rows = Read("risk.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToList();
        var (head, column) = (rows[0].ToList(), rows[0].ToList().IndexOf(name));
        return rows.Skip(1).Where(row => row[0] == variant && row[1] == service && row[column].Length > 0)
            .ToDictionary(row => row[head.IndexOf("trouble")], row => double.Parse(row[column], CultureInfo.InvariantCulture));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
