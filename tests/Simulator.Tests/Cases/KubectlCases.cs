using Simulator.Api.Documents;
using Simulator.Tests.Scenarios;
using Simulator.Tests.Stories;
using Simulator.World.Observations;
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
        var (silent, failing) = run.Of(ObservationKind.TrafficChanged)
            .Where(fact => fact.At <= 62.5 * 1.Seconds())
            .Select(fact => (fact.Value, fact.Extra))
            .Last();
        Assert.Equal((10_000, 10_000), (silent, failing));
        Assert.Equal(run.Of(ObservationKind.PodCreated).Count(), run.Of(ObservationKind.PodRemoved).Count());
        Assert.DoesNotContain(run.Of(ObservationKind.PodCreated), fact => fact.At > 70.Seconds());
    }

    [Fact]
    public void What_the_api_forbids_to_change_stays_as_a_whole()
    {
        const string PetSet =
            "The PetSet \"db\" is invalid: spec: Forbidden: updates to petset spec for fields other than 'replicas' are forbidden.";
        var run = CaseRun.Of("forbidden-updates/scenario.yaml");
        var refused = run.Commands.Where(command => command.Result != "Ok").ToList();
        Assert.Equal(["set image of PetSet default/db to db:2", "apply 6 objects"], refused.Select(command => command.Command));
        Assert.Equal(PetSet, refused[0].Result);
        Assert.StartsWith(PetSet + "; The Job \"j\" is invalid: spec.template: ", refused[1].Result);
        Assert.EndsWith("field is immutable", refused[1].Result);
        Assert.Equal(
            ["db-0", "db-1", "db-2"],
            run.Of(ObservationKind.PodServing).Select(fact => fact.Subject.Replace(
                "default/", "",
                StringComparison.Ordinal)).Where(pod => pod.StartsWith("db-", StringComparison.Ordinal)).Distinct().Order());
        Assert.DoesNotContain(
            run.Of(ObservationKind.PodDeletionMarked), fact => fact.Subject.StartsWith("default/db-", StringComparison.Ordinal));
        Assert.Contains(
            run.Of(ObservationKind.PodDeletionMarked),
            fact => fact.Subject.StartsWith("default/rc-", StringComparison.Ordinal) && fact.At > 11.Minutes());
    }

    [Fact]
    public void A_pod_may_get_another_image() =>
        Assert.Equal([("apply Pod default/bare", "Ok")], CaseRun.Of("forbidden-updates/pod-image.yaml").Commands);

    [Theory]
    [InlineData("apply")]
    [InlineData("create")]
    public void What_the_api_refuses_of_an_operation_is_told_object_by_object(string verb)
    {
        using var folder = new ScratchFolder();
        folder.Write("objects.yaml", File.ReadAllText(Path.Combine(CaseRun.Folder("refused-in-a-run"), "objects.yaml")));
        var run = CaseRun.At(folder.Write("s.yaml", ScenarioText.With($"+> operations: [{{ at: 1m, {verb}: [objects.yaml] }}]")));
        var (command, result) = Assert.Single(run.Commands);
        Assert.Equal($"{verb} 5 objects", command);
        Assert.Equal(5, result.Split("; ").Count(part => part.Contains("\" is invalid: ", StringComparison.Ordinal)));
        Assert.StartsWith("The Service \"my-release-prometheus-ser1\" is invalid: metadata.name: Invalid value: ", result);
        Assert.Contains(
            "; The Deployment \"mount\" is invalid: spec.template.spec.containers[0].volumeMounts[0].name: Not found: \"nope\"", result);
    }
}
