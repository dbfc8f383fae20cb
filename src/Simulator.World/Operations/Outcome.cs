using Simulator.ControlPlane;
using Simulator.Engine;

namespace Simulator.World;

/// <summary>How a command ended, in kubectl's words.</summary>
/// <param name="cluster">Stands for the address of the API server.</param>
internal sealed class Outcome(string cluster)
{
    private readonly List<string> _errors = [];

    /// <summary>Of the first failure; Invalid for one that kubectl finds itself.</summary>
    public ApiResult Result { get; private set; } = ApiResult.Ok;

    public string Text => IsOk ? "Ok" : string.Join("; ", _errors);

    public bool IsOk => Result == ApiResult.Ok;

    /// <summary>True if the call went well; otherwise its failure is taken.</summary>
    public bool Took(Event call, out ApiResponse answer)
    {
        answer = Kubectl.AnswerTo(call);
        Take(answer);
        return answer.IsOk;
    }

    public void Take(in ApiResponse response)
    {
        if (!response.IsOk) Fail(KubectlWords.Of(response, cluster), response.Result);
    }

    /// <summary>Commands that go on after a failure tell each, once.</summary>
    public void Fail(string why, ApiResult result = ApiResult.Invalid)
    {
        if (IsOk) Result = result;
        if (!_errors.Contains(why)) _errors.Add(why);
    }
}
