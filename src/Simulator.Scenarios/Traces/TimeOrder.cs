using Simulator.World.Traces;

namespace Simulator.Scenarios.Traces;

/// <summary>
/// Brings pods into the order of their arrival, of equals the order of the file. What does not fit into memory lies sorted on the disk
/// until its turn comes.
/// </summary>
internal sealed class TimeOrder(int inMemoryMax = 200_000)
{
    public IEnumerable<TracePod> Of(IEnumerable<TracePod> pods)
    {
        var runs = new List<SpilledPods>();
        try
        {
            var buffer = new List<(TracePod Pod, int Order)>();
            foreach (var pod in pods)
            {
                buffer.Add((pod, buffer.Count));
                if (buffer.Count < inMemoryMax) continue;
                runs.Add(SpilledPods.Write(Sorted(buffer)));
                buffer.Clear();
            }

            foreach (var pod in Merged([.. runs.Select(run => run.Read()), Sorted(buffer)])) yield return pod;
        }
        finally
        {
            foreach (var run in runs) run.Dispose();
        }
    }

    private static IEnumerable<TracePod> Sorted(List<(TracePod Pod, int Order)> pods)
    {
        pods.Sort(static (left, right) =>
        {
            var order = left.Pod.Submit.CompareTo(right.Pod.Submit);
            return order != 0 ? order : left.Order.CompareTo(right.Order);
        });
        return pods.Select(static entry => entry.Pod);
    }

    /// <summary>Of equals those of the earlier run come first: it is the earlier part of the file.</summary>
    private static IEnumerable<TracePod> Merged(IReadOnlyList<IEnumerable<TracePod>> runs)
    {
        var next = new PriorityQueue<IEnumerator<TracePod>, (TimeSpan At, int Run)>();
        for (var i = 0; i < runs.Count; i++)
        {
            var pods = runs[i].GetEnumerator();
            if (pods.MoveNext()) next.Enqueue(pods, (pods.Current.Submit, i));
        }

        while (next.TryDequeue(out var pods, out var place))
        {
            yield return pods.Current;
            if (pods.MoveNext()) next.Enqueue(pods, (pods.Current.Submit, place.Run));
        }
    }
}
