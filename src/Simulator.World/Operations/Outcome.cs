using Simulator.ControlPlane;

namespace Simulator.World;

/// <summary>How a command ended; the first failure of several calls stands.</summary>
internal sealed class Outcome
{
    public string Text { get; private set; } = "Ok";

    public bool IsOk => Text == "Ok";

    public void Take(in ApiResponse response)
    {
        if (!response.IsOk) Fail(response.Outcome);
    }

    public void Fail(string why)
    {
        if (IsOk) Text = why;
    }
}
