using Simulator.World.Specification;

namespace Simulator.World.Users;

/// <summary>The answers that somebody of a population still holds, and how many hold which.</summary>
/// <remarks>
/// Exact while all answers have one TTL. If TTLs differ, who holds an answer when it is replaced lets go by that answer's own.
/// </remarks>
public sealed class AnswerHistory(CachePopulation caches, TimeSpan? ttl)
{
    /// <summary>A share that is smaller is nobody.</summary>
    private const double Nobody = 1e-4;

    private readonly List<(Answer Answer, TimeSpan Since)> _answers = [];

    /// <summary>What whoever asks now is told.</summary>
    public Answer Current => _answers[^1].Answer;

    public int Count => _answers.Count;

    /// <summary>Somebody holds another answer than the current one.</summary>
    public bool IsDraining => _answers.Count > 1;

    /// <summary>The times in which each answer was current, oldest first; the oldest from before the run.</summary>
    public IReadOnlyList<(Answer Answer, TimeSpan Since)> All => _answers;

    /// <summary>Until then the shares change along straight lines.</summary>
    public TimeSpan StraightUntil => _answers.Count < 2
        ? TimeSpan.Zero
        : _answers[^1].Since + CacheAges.Straight(TtlOf(_answers[^2].Answer), caches);

    /// <summary>
    /// What is current at time zero has long been so. That there is nothing is remembered as long as what there was before.
    /// </summary>
    /// <returns>False: it leads where the one before leads.</returns>
    public bool Add(Answer answer, TimeSpan now)
    {
        if (answer is { IsLocal: false, Addresses.Count: 0 } && _answers.Count > 0) answer = answer with { Ttl = Current.Ttl };
        if (_answers.Count > 0 && IsSame(Current, answer))
        {
            _answers[^1] = (answer, _answers[^1].Since);
            return false;
        }
        // Who was not answered asks again until somebody does.
        var since = _answers.Count > 0 && Current.IsSilence ? _answers[^1].Since : now;
        if (_answers.Count > 0 && _answers[^1].Since == since) _answers.RemoveAt(_answers.Count - 1);
        if (_answers.Count > 0 && IsSame(Current, answer)) return true;
        _answers.Add((answer, since));
        return true;
    }

    /// <summary>
    /// The share of the population that uses each answer at a moment, in the order of <see cref="All"/>; they add up to 1.
    /// </summary>
    public void Shares(TimeSpan at, List<double> shares)
    {
        shares.Clear();
        var older = 0.0;
        for (var i = 0; i < _answers.Count; i++)
        {
            var heldUntilNow = i + 1 < _answers.Count
                ? CacheAges.ShareAbove(at - _answers[i + 1].Since, TtlOf(_answers[i].Answer), caches)
                : 1;
            heldUntilNow = Math.Max(older, heldUntilNow);
            shares.Add(heldUntilNow - older);
            older = heldUntilNow;
        }
    }

    /// <summary>Forgets what nobody holds any more; who let go of it has what came after it.</summary>
    /// <param name="shares">Of this moment.</param>
    public void Forget(List<double> shares)
    {
        for (var i = _answers.Count - 2; i >= 0; i--)
        {
            if (shares[i] >= Nobody) continue;
            _answers[i + 1] = (_answers[i + 1].Answer, _answers[i].Since);
            _answers.RemoveAt(i);
            if (i > 0 && IsSame(_answers[i - 1].Answer, _answers[i].Answer)) Join(i);
        }
    }

    /// <summary>With the one before: nobody could tell them apart.</summary>
    private void Join(int index)
    {
        _answers[index - 1] = (_answers[index].Answer, _answers[index - 1].Since);
        _answers.RemoveAt(index);
    }

    private static bool IsSame(Answer one, Answer other) =>
        one.LeadsWhere(other) && one.IsSilence == other.IsSilence && one.Ttl == other.Ttl;

    private TimeSpan TtlOf(Answer answer) => ttl ?? answer.Ttl;
}
