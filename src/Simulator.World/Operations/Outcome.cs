using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;

namespace Simulator.World.Operations;

/// <summary>How a command ended, in kubectl's words.</summary>
/// <param name="cluster">Stands for the address of the API server.</param>
internal sealed class Outcome(string cluster)
{
    private readonly List<string> _errors = [];

    /// <summary>Of the first failure; Invalid for one that kubectl finds itself.</summary>
    public ApiResult Result { get; private set; } = ApiResult.Ok;

    public string Text => IsOk ? "Ok" : string.Join("; ", _errors);

    public bool IsOk => Result == ApiResult.Ok;

    /// <summary>What the last call that went well has returned.</summary>
    public ApiObject? Object { get; private set; }

    /// <summary>True if the call went well; otherwise its failure is taken.</summary>
    public bool Took(Event call, out ApiResponse answer)
    {
        answer = Kubectl.AnswerTo(call);
        if (answer.IsOk) Object = answer.Object;
        else Fail(KubectlWords.Of(answer, cluster), answer.Result);
        return answer.IsOk;
    }

    public void Fail(string why, ApiResult result = ApiResult.Invalid)
    {
        if (IsOk) Result = result;
        if (!_errors.Contains(why)) _errors.Add(why);
    }

    /// <summary>Does the same for one object after the other, whatever becomes of those before; each failure is told.</summary>
    public IEnumerable<Event> Each(IReadOnlyList<ApiObject> objects, Func<ApiObject, Outcome, IEnumerable<Event>> command)
    {
        foreach (var value in objects)
        {
            var own = new Outcome(cluster);
            foreach (var step in command(value, own)) yield return step;
            Join(own);
        }
    }

    public void Join(Outcome part)
    {
        if (!part.IsOk) Fail(part.Text, part.Result);
    }
}
