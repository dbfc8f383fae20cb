using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Routines;

/// <summary>One API call; the routine reads the answer after it was resumed.</summary>
internal sealed class Call(ApiRequest request) : Wait
{
    private bool _isAnswered;

    public ApiRequest Request => request;

    public ApiResponse Response { get; private set; }

    public override bool IsOver => _isAnswered;

    public void Answer(in ApiResponse response)
    {
        Response = response;
        _isAnswered = true;
    }
}
