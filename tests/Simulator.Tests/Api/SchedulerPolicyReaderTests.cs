using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.ControlPlane.Scheduling;
using Simulator.Scenarios.Files.Sources;
using Xunit;

namespace Simulator.Tests.Api;

public sealed class SchedulerPolicyReaderTests
{
    [Theory]
    [InlineData("{predicates: [{name: a}]}", "'a' is not a name")]
    [InlineData("{predicates: [{name: Foo, argument: {}}]}", "neither of serviceAffinity and labelsPresence; allowed is exactly one")]
    [InlineData("{predicates: [{name: Foo, argument: {serviceAffinity: {}, labelsPresence: {}}}]}", "both")]
    [InlineData("{priorities: [{name: Foo, weight: 0}]}", "priorities[0].weight: '0' is too small; allowed are whole numbers from 1")]
    [InlineData("{priorities: [{name: Foo}]}", "priorities[0]: the key 'weight' is missing")]
    [InlineData("{kind: Pod}", "kind: found 'Pod'; allowed are Policy")]
    public void Refuses(string yaml, string expected)
    {
        var (policy, diagnostics) = Read(yaml);
        Assert.Null(policy);
        Assert.Contains(expected, Assert.Single(diagnostics.Errors).Message);
    }

    [Fact]
    public void Reads_arguments_and_keeps_empty_lists()
    {
        var (policy, _) = Read("""{"kind":"Policy","apiVersion":"v1","extenders":[],"predicates":[{"name":"Zone","argument":{"serviceAffinity":{"labels":["zone"]}}}],"priorities":[]}""");
        Assert.Equal(["zone"], Assert.Single(policy!.Predicates).ServiceAffinityLabels!);
        Assert.Empty(policy.Priorities);
    }

    [Fact]
    public void Passes_over_unknown_keys_as_the_real_scheduler_does_but_says_so()
    {
        var (policy, diagnostics) = Read("{extender: [], predicates: [{name: HostName}]}");
        Assert.Equal("HostName", Assert.Single(policy!.Predicates).Name);
        Assert.Contains("did you mean 'extenders'?", Assert.Single(diagnostics.Remarks).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_that_nobody_calls_extenders()
    {
        var (policy, diagnostics) = Read("{predicates: [{name: HostName}], extenders: [{urlPrefix: x}]}");
        Assert.Equal("HostName", Assert.Single(policy!.Predicates).Name);
        Assert.Empty(diagnostics.All);
        Assert.Equal(
            "p.yaml:1:46  Policy extenders (1 Policy): HTTP extenders are not called: the scheduler decides without them, unless a "
                + "plug-in answers in their place (scheduler.extenders of the scenario)",
            Assert.Single(diagnostics.Omissions).ToString());
    }

    private static (SchedulerPolicy? Policy, Diagnostics Diagnostics) Read(string yaml)
    {
        var diagnostics = new Diagnostics();
        return (SchedulerPolicyReader.Read(SourceTree.ParseYaml("p.yaml", yaml, diagnostics).Single(), diagnostics), diagnostics);
    }
}
