namespace Simulator.Api.Documents;

public enum Severity
{
    /// <summary>Worth knowing; the input is used.</summary>
    Remark,

    /// <summary>The input can be read, and the API server of 1.3.10 refuses the object.</summary>
    Refused,

    /// <summary>The input is not used.</summary>
    Error,
}
