namespace Pulumi;

/// <summary>The work that a program has started without waiting for it.</summary>
internal sealed class InFlight
{
    private readonly Lock gate = new();
    private readonly HashSet<Exception> failures = new(ReferenceEqualityComparer.Instance);
    private TaskCompletionSource? idle;
    private int running;

    public void Add(Task task)
    {
        if (task.IsCompletedSuccessfully)
            return;

        lock (gate)
            running++;
        task.ContinueWith(
            Remove,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
    }

    /// <summary>Waits until all is done or something has failed; answers with what has failed by then.</summary>
    public async Task<IReadOnlyCollection<Exception>> WaitAsync()
    {
        lock (gate)
        {
            idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
            SignalIfIdle();
        }

        await idle.Task.ConfigureAwait(false);
        lock (gate)
            return [.. failures];
    }

    private void Remove(Task task)
    {
        lock (gate)
        {
            running--;
            if (task.Exception is { } exception)
                failures.UnionWith(exception.InnerExceptions);
            SignalIfIdle();
        }
    }

    private void SignalIfIdle()
    {
        if (running == 0 || failures.Count > 0)
            idle?.TrySetResult();
    }
}
