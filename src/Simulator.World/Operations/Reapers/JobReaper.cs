using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;

namespace Simulator.World.Operations.Reapers;

/// <summary>To parallelism 0, then its pods one by one, the finished ones too.</summary>
internal sealed class JobReaper(Kubectl kubectl, Outcome outcome)
{
    private const string Kind = "Job";

    public IEnumerable<Event> TakeApart(ObjectKey key, TimeSpan? grace)
    {
        var read = kubectl.Call(new GetRequest(Kind, key));
        yield return read;
        if (!outcome.Took(read, out var answer)) yield break;
        var job = (Job)answer.Object!;
        var scaler = new Scaler(kubectl, outcome);
        foreach (var step in scaler.Scale(Kind, key, 0)) yield return step;
        if (!outcome.IsOk) yield break;
        foreach (var step in scaler.Wait(Kind, key, ReaperTable.For(job.Parallelism))) yield return step;
        if (!outcome.IsOk) yield break;
        foreach (var step in DeletePods(job, grace)) yield return step;
    }

    private IEnumerable<Event> DeletePods(Job job, TimeSpan? grace)
    {
        if (job.Selector is null || !SelectorMatcher.TryCompile(job.Selector, out var selector, out _)) yield break;
        var list = kubectl.Call(new ListPodsRequest(job.Namespace, selector));
        yield return list;
        if (!outcome.Took(list, out var pods)) yield break;
        foreach (var pod in pods.Items!.OrderBy(pod => pod.Key))
        {
            var deletion = kubectl.Call(new DeleteRequest("Pod", pod.Key, grace));
            yield return deletion;
            if (Kubectl.AnswerTo(deletion).Result != ApiResult.NotFound) outcome.Took(deletion, out _);
        }
    }
}
