using Simulator.Api;
using Simulator.Engine;

namespace Simulator.World.Dns;

/// <summary>Which pods with host names serve in truth, held against what DNS answers for them.</summary>
internal sealed class PetServing(Simulation simulation)
{
    private readonly HashSet<string> _serving = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<DnsAnswer>> _answers = new(StringComparer.Ordinal);

    public void Take(string uid, bool isServing)
    {
        if (isServing) _serving.Add(uid);
        else _serving.Remove(uid);
        if (!_answers.TryGetValue(uid, out var answers)) return;
        foreach (var answer in answers) Take(answer, isServing);
    }

    public DnsAnswer Watch(EndpointAddress address)
    {
        var answer = new DnsAnswer(address.Ip, address.TargetUid);
        if (!_serving.Contains(address.TargetUid)) answer.SilentSince = simulation.Now;
        if (!_answers.TryGetValue(address.TargetUid, out var answers)) _answers.Add(address.TargetUid, answers = []);
        answers.Add(answer);
        return answer;
    }

    public TimeSpan Silence(DnsAnswer answer) => answer.Silent + (answer.SilentSince is { } since ? simulation.Now - since : TimeSpan.Zero);

    public void Forget(DnsAnswer answer)
    {
        var answers = _answers[answer.Uid];
        answers.Remove(answer);
        if (answers.Count == 0) _answers.Remove(answer.Uid);
    }

    private void Take(DnsAnswer answer, bool isServing)
    {
        answer.Silent = Silence(answer);
        answer.SilentSince = isServing ? null : simulation.Now;
    }
}
