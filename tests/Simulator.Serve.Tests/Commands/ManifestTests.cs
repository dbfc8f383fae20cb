using Simulator.Api.Documents;
using Simulator.Scenarios.Files;
using Simulator.Serve.Hosting;
using Simulator.Serve.Minikube;
using Simulator.Serve.Runs;
using Simulator.Serve.Tests.Serving;
using Xunit;

namespace Simulator.Serve.Tests.Commands;

/// <summary>
/// Manifests of the time of 1.3, which are not part of the project: they are looked for in the folder that SIMULATOR_MANIFESTS names, and
/// each is created with the real kubectl in a fresh cluster like Minikube's.
/// </summary>
public sealed class ManifestTests
{
    private const string NoClusters = "no matches for kind \"Cluster\" in version \"federation/v1beta1\"";
    private const string NoPolicies = "no matches for kind \"Policy\" in version \"v1\"";
    private const string NoNamespace = "namespaces \"federation\" not found";

    private const string NoRequest = "unknown field \"request\" in v1.ResourceRequirements";
    private const string NoSource = "unknown field \"source\" in v1.Volume";

    /// <summary>
    /// All that 1.3.10 and its kubectl refuse in them, too: members of a federation, which the federation's server knows; files of a
    /// scheduler, which are no objects; what lies in a namespace that nobody has made (NamespaceLifecycle); and fields that there are
    /// not (ValidateObject in pkg/api/validation/schema.go; <c>--validate=false</c> sends them).
    /// </summary>
    private static readonly Dictionary<string, string> Refused = new()
    {
        ["federation-2016-09/clusters/gce-asia-east1.yaml"] = NoClusters,
        ["federation-2016-09/clusters/gce-europe-west1.yaml"] = NoClusters,
        ["federation-2016-09/clusters/gce-us-central1.yaml"] = NoClusters,
        ["federation-2016-09/clusters/gce-us-east1.yaml"] = NoClusters,
        ["federation-2016-09/deployments/federation-apiserver.yaml"] = NoNamespace,
        ["federation-2016-09/deployments/federation-controller-manager.yaml"] = NoNamespace,
        ["federation-2016-09/pvc/federation-apiserver-etcd.yaml"] = NoNamespace,
        ["federation-2016-09/services/federation-apiserver.yaml"] = NoNamespace,
        ["kubernetes-v1.3.10/examples/cassandra/cassandra-daemonset.yaml"] = NoRequest,
        ["kubernetes-v1.3.10/examples/elasticsearch/production_cluster/es-client-rc.yaml"] = NoSource,
        ["kubernetes-v1.3.10/examples/elasticsearch/production_cluster/es-data-rc.yaml"] = NoSource,
        ["kubernetes-v1.3.10/examples/elasticsearch/production_cluster/es-master-rc.yaml"] = NoSource,
        ["kubernetes-v1.3.10/examples/scheduler-policy-config-with-extender.json"] = NoPolicies,
        ["kubernetes-v1.3.10/examples/scheduler-policy-config.json"] = NoPolicies,
    };

    [Fact(Explicit = true)]
    public async Task Each_is_created_but_those_that_the_real_server_refuses_too()
    {
        var folder = Environment.GetEnvironmentVariable("SIMULATOR_MANIFESTS");
        Assert.SkipUnless(Directory.Exists(folder), "SIMULATOR_MANIFESTS names no folder of manifests");
        Assert.SkipWhen(Kubectl.Program is null, "no kubectl is installed");
        List<string> wrong = [];
        foreach (var file in FilesBelow(folder!))
        {
            var (code, text) = await Create(file);
            var name = Path.GetRelativePath(folder!, file);
            TestContext.Current.TestOutputHelper?.WriteLine($"{code} {name}: {text.ReplaceLineEndings("; ")}");
            var isRight = Refused.TryGetValue(name, out var why)
                ? code == 1 && text.Contains(why, StringComparison.Ordinal)
                : code == 0 && text.Contains(" created", StringComparison.Ordinal);
            if (!isRight) wrong.Add($"{name}: {text}");
        }

        Assert.Empty(wrong);
    }

    private static IEnumerable<string> FilesBelow(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".yaml" or ".yml" or ".json")
            .Order(StringComparer.Ordinal);

    private static async Task<(int Code, string Text)> Create(string file)
    {
        var diagnostics = new Diagnostics();
        var document = MinikubeScenario.Document;
        var scenario = ScenarioReader.Read(document, diagnostics).Scenario!;
        var run = new ServedRun(new ServedScenario(scenario, document, []), Served.Origin);
        Addons.Create(run.Doors[0]);
        await using var host = new ServeHost(run, new ServeOptions { Port = 0, Speed = Speed.Paused });
        await host.Start();
        var home = Directory.CreateTempSubdirectory("kubectl").FullName;
        var answer = await new Kubectl(host.Addresses[0].Address, home).Run($"create -f {file}");
        Directory.Delete(home, recursive: true);
        return answer;
    }
}
