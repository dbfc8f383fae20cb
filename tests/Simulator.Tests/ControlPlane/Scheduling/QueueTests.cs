using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Queue;
using Xunit;

namespace Simulator.Tests.ControlPlane.Scheduling;

public sealed class QueueTests
{
    // a = add, d = delete, p = pop; the pods that come out.
    [Theory]
    [InlineData("a1 a2 p p", "1 2")]
    [InlineData("a1 a2 a1 p p", "1 2")]
    [InlineData("a1 a2 d1 p", "2")]
    [InlineData("a1 a2 d1 a3 a1 p p p", "1 2 3")] // A pod made anew gets its old place; its second place is skipped.
    public void First_in_first_out_by_the_first_place(string operations, string expected)
    {
        var queue = new SchedulingQueue();
        var popped = new List<string>();
        foreach (var operation in operations.Split(' '))
        {
            if (operation[0] == 'a') queue.Add(SmallCluster.Pod(operation[1..]));
            else if (operation[0] == 'd') queue.Remove(new ObjectKey("default", operation[1..]));
            else if (queue.TryPop(out var pod)) popped.Add(pod.Name);
        }

        Assert.Equal(expected, string.Join(' ', popped));
    }

    [Fact]
    public void A_retry_leaves_a_newer_object_in_place()
    {
        var queue = new SchedulingQueue();
        var newer = SmallCluster.Pod("1", "cpu=5");
        queue.Add(newer);
        queue.AddIfNotPresent(SmallCluster.Pod("1"));
        Assert.True(queue.TryPop(out var pod));
        Assert.Same(newer, pod);
    }

    [Fact]
    public void Back_off_doubles_to_a_minute_and_then_starts_anew()
    {
        var backoff = new PodBackoff();
        var pod = new ObjectKey("default", "1");
        var now = Instant.Start;
        var waits = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            var wait = backoff.StartWait(pod, now)!.Value;
            waits.Add(wait.TotalSeconds);
            now += wait + TimeSpan.FromMilliseconds(10);
            backoff.EndWait(pod);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 1, 2], waits);
    }

    [Fact]
    public void A_failure_while_one_waits_starts_no_second_wait()
    {
        var backoff = new PodBackoff();
        var pod = new ObjectKey("default", "1");
        Assert.NotNull(backoff.StartWait(pod, Instant.Start));
        Assert.Null(backoff.StartWait(pod, Instant.Start));
        backoff.EndWait(pod);
        Assert.Equal(TimeSpan.FromSeconds(2), backoff.StartWait(pod, Instant.Start));
    }
}
