using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Routines;

/// <summary>Calls that are sent at once; each answer is handed over as it arrives, the routine waits for all (sync.WaitGroup).</summary>
internal sealed class Batch(IReadOnlyList<ApiRequest> requests, Action<ApiResponse> answered) : Wait
{
    private int _open = requests.Count;

    public IReadOnlyList<ApiRequest> Requests => requests;

    public override bool IsOver => _open == 0;

    public void Answer(in ApiResponse response)
    {
        _open--;
        answered(response);
    }
}
