using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>
/// Equal input and seed give an equal stream of observations: on any machine, in Debug and Release, in steps of any size.
/// </summary>
public sealed class DeterminismTests
{
    // Taken in Release on Linux x64; a change of behaviour changes them, and says so here.
    [Theory]
    [InlineData(1, "d627fb593c90fa03")]
    [InlineData(2, "72f100e962e344a2")]
    public void Digest_is_golden(ulong seed, string digest) => Assert.Equal(digest, Outage(seed).RunFor(15.Minutes()).Digest[..16]);

    [Fact]
    public void Digest_does_not_depend_on_the_steps()
    {
        var steps = Outage(1);
        for (var i = 0; i < 900; i++) steps.RunFor(1.Seconds());
        Assert.Equal(Outage(1).RunFor(15.Minutes()).Digest, steps.Digest);
    }

    [Fact]
    public void Another_seed_is_another_run() =>
        Assert.NotEqual(Outage(1).RunFor(15.Minutes()).Digest, Outage(3).RunFor(15.Minutes()).Digest);

    private static Story Outage(ulong seed)
    {
        var cluster = Story.Of(nodesPerZone: 4, seed)
            .With("web", replicas: 24)
            .With("api", replicas: 10)
            .With("later", replicas: 7, at: 1.Minutes());
        cluster.Zone("a").LosesPower(at: 2.Minutes(), lasting: 9.Minutes());
        cluster.Node("n-0002").IsCutOff(at: 3.Minutes(), lasting: 2.Minutes());
        return cluster;
    }
}
