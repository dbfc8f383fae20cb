using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Scenarios.Files;
using Simulator.Tests.Quality;
using Simulator.World.ApiServer;
using Simulator.World.Running;
using Xunit;

namespace Simulator.Tests.World;

/// <summary>Measurements that are kept in rows, and what is known of lists that have not changed, decide as the plain rule does.</summary>
public sealed class PodMeasurementTests
{
    [Fact]
    public void Answers_that_are_made_anew_pod_by_pod_lead_to_the_same_run() =>
        Assert.Equal(DigestOf(static server => server), DigestOf(static server => new Plain(server)));

    [Fact]
    public void A_row_says_of_each_pod_what_the_words_say()
    {
        var pods = new[] { "a", "b" }.Select(name => new Pod
        {
            Metadata = new ObjectMeta { Name = name },
            Spec = new PodSpec { Containers = [new Container { Name = "web" }, new Container { Name = "log" }] },
        });
        var sample = new CpuSample(new Instant(60_000_000), [.. pods], [250, 0, 7], 2);
        Assert.Equal([("a", 250L, "web"), ("b", 0L, "web")], sample.Select(
            pod => (pod.Name, pod.Containers.Sum(container => container.Cpu!.Value.MilliValue), pod.Containers[0].Name)));
        Assert.All(sample, pod => Assert.Equal(sample.Timestamp, pod.Timestamp));
        Assert.Equal(sample.Select(pod => pod.Name), Enumerable.Range(0, sample.Count).Select(sample.NameOf));
    }

    private static string DigestOf(Func<IMetricsServer, IMetricsServer> wrap)
    {
        var path = Path.Combine(Repository.Folder("scenarios"), "load", "flash-crowd.yaml");
        var run = new ScenarioRun(ScenarioReader.Read(path).Scenario!);
        run.Start();
        var server = run.Clusters[0].Server;
        server.MetricsServer = wrap(server.MetricsServer);
        while (run.Advance(run.Scenario.Duration))
        {
        }

        return run.Digest;
    }

    /// <summary>Nothing of an answer is known from before.</summary>
    private sealed class Plain(IMetricsServer server) : IMetricsServer
    {
        public MetricsAnswer Answer(PodMetricsRequest request, Instant now)
        {
            var answer = server.Answer(request, now);
            return answer with { Pods = [.. answer.Pods] };
        }

        public MetricsAnswer Answer(CustomMetricRequest request, Instant now) => server.Answer(request, now);
    }
}
