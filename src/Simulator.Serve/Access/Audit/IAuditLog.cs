namespace Simulator.Serve.Access.Audit;

/// <summary>Where it is written who did what. Called from several threads.</summary>
public interface IAuditLog
{
    /// <summary>Before anything is done.</summary>
    void Asked(AuditedRequest request);

    /// <summary>When the head of the answer is sent.</summary>
    void Answered(AuditedRequest request, DateTimeOffset at, int status);
}
