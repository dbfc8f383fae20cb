using Simulator.Tests.Stories;
using Simulator.World;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>What users do with kubectl, and what they must find afterwards.</summary>
public sealed class KubectlCases
{
    [Fact]
    public void A_deleted_deployment_serves_nobody_and_a_deleted_job_leaves_no_pod()
    {
        var run = CaseRun.Of("delete-a-deployment/scenario.yaml");
        Assert.Equal([("delete Deployment default/web", "Ok"), ("delete Job default/j", "Ok")], run.Commands.Order());
        var (silent, failing) = run.Of(ObservationKind.TrafficChanged).Where(fact => fact.At <= 62.5 * 1.Seconds()).Select(fact => (fact.Value, fact.Extra)).Last();
        Assert.Equal((10_000, 10_000), (silent, failing));
        Assert.Equal(run.Of(ObservationKind.PodCreated).Count(), run.Of(ObservationKind.PodRemoved).Count());
        Assert.DoesNotContain(run.Of(ObservationKind.PodCreated), fact => fact.At > 70.Seconds());
    }
}
