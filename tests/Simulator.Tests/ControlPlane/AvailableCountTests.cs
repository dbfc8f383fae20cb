using Simulator.Api;
using Simulator.ControlPlane.Controllers.Deployments;
using Simulator.ControlPlane.Controllers.Selection;
using Simulator.Engine;
using Xunit;

namespace Simulator.Tests.ControlPlane;

/// <summary>A count that is remembered is the count that would be made anew.</summary>
public sealed class AvailableCountTests
{
    private static readonly LabelSet[] Labels = [LabelSet.Of(("app", "a")), LabelSet.Of(("app", "b"))];

    private static readonly PodSelector[] Selectors =
        [.. Labels.Select(labels => new PodSelector(new LabelSelector { MatchLabels = labels }))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_remembered_count_is_the_plain_one(ulong seed)
    {
        var (random, count) = (new RandomStream(seed), new AvailableCount());
        IReadOnlyList<ApiObject> pods = [];
        for (var step = 0; step < 2_000; step++)
        {
            if (random.NextInt(3) == 0) pods = Pods(random);
            PodSelector[] sets = [.. Selectors.Where(_ => random.NextInt(3) > 0)];
            var minReady = random.NextInt(4) == 0 ? TimeSpan.FromSeconds(5) : TimeSpan.Zero;
            var now = Instant.FromSeconds(step % 20);
            Assert.Equal(AvailableCount.Plain(pods, sets, minReady, now), count.Of(pods, sets, minReady, now));
        }
    }

    private static ApiObject[] Pods(RandomStream random)
    {
        var pods = new ApiObject[random.NextInt(8)];
        for (var i = 0; i < pods.Length; i++)
        {
            var status = random.NextInt(3) == 0 ? ConditionStatus.False : ConditionStatus.True;
            var ready = new Condition(status, "", Instant.FromSeconds(random.NextInt(20)));
            pods[i] = new Pod
            {
                Metadata = new ObjectMeta { Name = $"p-{i}", Labels = Labels[random.NextInt(2)] },
                Status = new PodStatus { Ready = ready, Phase = random.NextInt(6) == 0 ? PodPhase.Failed : PodPhase.Running },
            };
        }

        return pods;
    }
}
