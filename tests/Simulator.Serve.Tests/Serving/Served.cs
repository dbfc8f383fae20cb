using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Scenarios.Files;
using Simulator.Serve.Documents;
using Simulator.Serve.Runs;
using Xunit;

namespace Simulator.Serve.Tests.Serving;

/// <summary>A small scenario, served in this process without a port.</summary>
internal sealed class Served : IDisposable
{
    public static readonly DateTimeOffset Origin = new(2016, 9, 1, 12, 0, 0, 123, TimeSpan.Zero);

    internal const string Shop = """
        scenario: shop
        seed: 7
        duration: 30m
        clusters:
          - name: east
            region: us-east1
            zones: [b, c]
            nodePools:
              - { name: default, machineType: n1-standard-1, count: 4 }
            controlPlane: { version: 1.3.10 }
            workloads:
              - manifests: [web.yaml]
        outages:
          - { at: 3m, kind: reboot, node: default-0001 }
        """;

    internal const string Web = """
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec: { selector: { app: web }, ports: [{ port: 80 }] }
        ---
        apiVersion: extensions/v1beta1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: nginx:1.11
                  command: [nginx, -g, daemon off;]
                  env: [{ name: MODE, value: a }]
                  ports: [{ containerPort: 80 }]
                  resources: { requests: { cpu: 100m, memory: 64Mi } }
                  readinessProbe: { httpGet: { path: /ready, port: 80 } }
                  volumeMounts: [{ name: data, mountPath: /data }]
              volumes: [{ name: data, emptyDir: {} }]
        """;

    public Served(
        IReadOnlyList<ICommandLog>? logs = null, string scenario = Shop, Func<ServedScenario, IReadOnlyList<ICommandLog>,
        ServedRun>? begin = null, string web = Web)
    {
        Folder = Directory.CreateTempSubdirectory("served").FullName;
        File.WriteAllText(Path.Combine(Folder, "web.yaml"), web);
        File.WriteAllText(ScenarioPath, scenario);
        Scenario = Read(ScenarioPath);
        Record = new CommandRecord(Scenario);
        IReadOnlyList<ICommandLog> all = [Record, .. logs ?? []];
        Run = begin is null ? new ServedRun(Scenario, Origin, all) : begin(Scenario, all);
    }

    public string Folder { get; }

    public string ScenarioPath => Path.Combine(Folder, "shop.yaml");

    public ServedScenario Scenario { get; }

    public CommandRecord Record { get; }

    public ServedRun Run { get; }

    public IDocumentStore Documents => Run.Doors[0].Documents;

    public static ServedScenario Read(string path)
    {
        var diagnostics = new Diagnostics();
        var tree = ScenarioReader.ReadTree(path, diagnostics)!;
        var scenario = ScenarioReader.Read(tree, diagnostics).Scenario;
        Assert.NotNull(scenario);
        return new ServedScenario(scenario, tree, []);
    }

    public static JsonObject Json(string text) => (JsonObject)JsonNode.Parse(text)!;

    /// <summary>As a client changes an object that it has read.</summary>
    public JsonObject Change(string resource, string name, Action<JsonObject> change)
    {
        var key = new DocumentKey(resource, "default", name);
        var copy = (JsonObject)Documents.Find(key)!.DeepClone();
        change(copy);
        return Documents.Put(key, copy);
    }

    public JsonObject Put(string resource, string name, string json) =>
        Documents.Put(new DocumentKey(resource, "default", name), Json(json));

    public JsonObject Find(string resource, string name) => Documents.Find(new DocumentKey(resource, "default", name))!;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
