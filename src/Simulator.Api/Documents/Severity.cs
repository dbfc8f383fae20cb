namespace Simulator.Api;

public enum Severity
{
    /// <summary>Worth knowing; the input is used.</summary>
    Remark,

    /// <summary>The input is not used.</summary>
    Error,
}
