using CsCheck;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Serving;
using Xunit;

namespace Simulator.Tests.ControlPlane;

/// <summary>
/// The endpoints that the controller keeps pod by pod against those planned anew, over random pods that change, move and go.
/// </summary>
public sealed class ServiceMembersTests
{
    private static readonly Service Service = new()
    {
        Metadata = new ObjectMeta { Name = "web", Namespace = "default" },
        Selector = LabelSet.Of(("app", "web")),
        Ports = [new ServicePort("http", 80, "TCP", "http"), new ServicePort("admin", 81, "TCP", "8081")],
    };

    /// <summary>Two templates offer the named port, at different numbers; one does not.</summary>
    private static readonly PodSpec[] Specs = [Spec("http", 8080), Spec("http", 9090), Spec("other", 8080)];

    [Fact]
    public void Say_what_a_plan_from_scratch_says()
    {
        // Mostly one template, as services have it; sometimes others, which only the plain rule can plan.
        var step = Gen.Select(Gen.Int[0, 7], Gen.Frequency((12, Gen.Const(0)), (1, Gen.Int[1, 2])), Gen.Int[0, 10]);
        step.Array[1, 60].Sample(steps => Replay(steps), iter: 400);
    }

    private static void Replay((int Pod, int Spec, int Change)[] steps)
    {
        var host = new InstantHost(new EndpointsController(new EndpointsOptions(), Instant.Start));
        host.Put(Service);
        var pods = new Dictionary<int, Pod>();
        foreach (var (number, spec, change) in steps)
        {
            if (change == 9)
            {
                if (pods.Remove(number, out var gone)) host.Delete(gone);
            }
            else if (change == 10)
            {
                // It comes again, and takes up all that is there.
                host.Delete(Service);
                host.Put(Service);
            }
            else
            {
                host.Put(pods[number] = PodNumber(number, spec, change));
            }

            Assert.Equal(
                Text(EndpointsPlan.For(Service, pods.Values.Where(pod => Service.Selector!.IsSubsetOf(pod.Metadata.Labels))).Subsets),
                Text(host.Get<Endpoints>("web").Subsets));
        }
    }

    private static Pod PodNumber(int number, int spec, int change) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = $"p{number}",
            Namespace = "default",
            Uid = $"u{number}",
            Labels = LabelSet.Of(("app", change == 8 ? "elsewhere" : "web")),
            DeletionTimestamp = change == 7 ? Instant.Start : null,
        },
        Spec = Specs[spec],
        Status = new PodStatus
        {
            PodIP = change == 6 ? "" : $"10.0.0.{number}",
            Ready = new Condition(change < 4 ? ConditionStatus.True : ConditionStatus.False, "", null),
        },
    };

    private static PodSpec Spec(string port, int number) =>
        new() { Containers = [new Container { Name = "c", Ports = [new ContainerPort(port, number, 0, "TCP")] }] };

    private static string Text(IReadOnlyList<EndpointSubset> subsets) => string.Join('\n', subsets.Select(subset =>
        $"{string.Join(',', subset.Ports)} | {string.Join(',', subset.Addresses)} | {string.Join(',', subset.NotReadyAddresses)}"));
}
