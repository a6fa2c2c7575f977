// Draws each chart from the table beside it, so that the two can never disagree. Chart.js is fetched when the first chart is
// near, and each chart is drawn in a task of its own, so that the page answers while they appear.
(() => {
  const LIBRARY = document.currentScript.dataset.library;
  const LOG_FROM = 50; // a largest value so many times the smallest cannot share a linear axis with it
  const LABELS_FROM = 560; // a narrower chart has no room for names within it
  const FONT = 12;
  const LEADER = 26; // from the last round to a name
  const QUARTERS = [0.25, 0.5, 0.75];

  // ---- what the page holds ----

  const table = (canvas) => document.getElementById(canvas.dataset.table);
  const colour = (element) => getComputedStyle(element.querySelector('.mark')).color;
  const numbers = (element) => [...element.querySelectorAll('data')].map((data) => Number(data.value));
  const heads = (canvas) => [...table(canvas).tHead.rows].at(-1).cells;
  const bodyRows = (canvas) => [...table(canvas).tBodies[0].rows];

  /** One series a row. */
  const rowsOf = (canvas) =>
    bodyRows(canvas).map((row) => ({
      name: (row.querySelector('.name') ?? row.cells[0]).textContent.trim(),
      shape: row.dataset.shape,
      colour: colour(row),
      values: numbers(row),
      cells: [...row.querySelectorAll('[data-cell]')].map(numbers),
    }));

  /** One series a column, from the heads that have a mark; of a table for several charts the one column that is asked for. */
  const columnsOf = (canvas) =>
    [...heads(canvas)].flatMap((head, index) =>
      head.querySelector('.mark') && (canvas.dataset.column ?? `${index}`) === `${index}`
        ? [
            {
              name: head.querySelector('.name').textContent.trim(),
              shape: head.dataset.shape,
              colour: colour(head),
              values: bodyRows(canvas).flatMap((row) => numbers(row.cells[index])),
            },
          ]
        : [],
    );

  const inks = () => {
    const body = getComputedStyle(document.body);
    return {
      ink: body.color,
      paper: body.backgroundColor,
      muted: getComputedStyle(document.querySelector('footer')).color,
      rule: getComputedStyle(document.querySelector('header.top')).borderBottomColor,
      font: body.fontFamily,
    };
  };

  // ---- what charts have in common ----

  const needsLog = (values) => {
    const known = values.filter(Number.isFinite);
    return Math.min(...known) > 0 && Math.max(...known) / Math.min(...known) > LOG_FROM;
  };

  const axis = (title, ink, extra) => ({
    title: { display: true, text: title, color: ink.muted },
    ticks: { color: ink.muted, maxTicksLimit: 7, maxRotation: 0 },
    grid: { color: ink.rule, drawTicks: false },
    border: { color: ink.rule },
    ...extra,
  });

  const valueAxis = (title, ink, values) => {
    const log = needsLog(values);
    return axis(log ? `${title} (log scale)` : title, ink, {
      type: log ? 'logarithmic' : 'linear',
      beginAtZero: !log,
      suggestedMax: Math.max(...values.filter(Number.isFinite)),
    });
  };

  const options = (scales, tooltip, extra) => ({
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    events: ['mousemove', 'mouseout', 'touchstart'],
    scales,
    plugins: { legend: { display: false }, tooltip },
    ...extra,
  });

  const marks = (rows, points) => ({
    type: 'scatter',
    data: points,
    pointStyle: rows.map((row) => row.shape),
    pointBackgroundColor: rows.map((row) => row.colour),
    pointRadius: 6,
    pointHoverRadius: 7,
  });

  const line = (ctx, x1, y1, x2, y2) => {
    ctx.beginPath();
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
    ctx.stroke();
  };

  /** As many digits as a reader can use; the table has the exact figure. */
  const figure = (value) => Number(Number(value).toPrecision(4));

  // ---- where names stand ----

  /** Heights at least a step apart and, where they fit, within the bounds; in the given ascending order. */
  const apart = (heights, step, top, bottom) => {
    const placed = [];
    heights.forEach((at, index) => placed.push(index ? Math.max(at, placed[index - 1] + step) : Math.max(at, top)));
    for (let index = placed.length - 1, most = bottom; index >= 0; index -= 1, most -= step) {
      placed[index] = Math.min(placed[index], most);
    }
    return placed;
  };

  const overlap = (a, b) => !(a.left > b.right || a.right < b.left || a.top > b.bottom || a.bottom < b.top);

  const distance = (box, { x, y }) =>
    Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));

  /** Centres to try, nearest first: beside the mark, above and below it, then round it at growing distance. */
  const centres = ({ x, y }, width) =>
    [0, 14, 28, 42, 56, 70].flatMap((far) => [
      [x + 11 + far + width / 2, y],
      [x - 11 - far - width / 2, y],
      [x, y - 16 - far],
      [x, y + 16 + far],
      [x + 9 + far + width / 2, y - 14 - far],
      [x + 9 + far + width / 2, y + 14 + far],
      [x - 9 - far - width / 2, y - 14 - far],
      [x - 9 - far - width / 2, y + 14 + far],
    ]);

  /**
   * A box for each point's name: over no other name and no mark, and nearer to its own mark than to any other, so that
   * nobody takes it for another's. A name that fits nowhere has none; the table beneath has it.
   */
  const nameBoxes = (points, area) => {
    const taken = points.map(({ x, y }) => ({ left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 }));
    return points.map((point) => {
      const box = centres(point, point.width)
        .map(([x, y]) => ({ left: x - point.width / 2, right: x + point.width / 2, top: y - 7, bottom: y + 7 }))
        .find(
          (one) =>
            one.left >= area.left &&
            one.right <= area.right + 4 &&
            one.top >= area.top &&
            one.bottom <= area.bottom &&
            !taken.some((other) => overlap(one, other)) &&
            points.every((other) => other === point || distance(one, other) > distance(one, point)),
        );
      if (box) taken.push(box);
      return box;
    });
  };

  // ---- the names ----

  /** Writes each name beside its point, joined to it by a line. */
  const labels = (points, ink) => ({
    id: 'labels',
    afterDatasetsDraw({ ctx, chartArea, scales: { x, y } }) {
      ctx.save();
      ctx.font = `${FONT}px ${ink.font}`;
      ctx.lineJoin = 'round';
      ctx.textBaseline = 'middle';
      const placed = points.map((point) => ({
        name: point.name,
        x: x.getPixelForValue(point.x),
        y: y.getPixelForValue(point.y),
        width: ctx.measureText(point.name).width,
      }));
      nameBoxes(placed, chartArea).forEach((box, index) => {
        if (!box) return;
        const { name, x: px, y: py } = placed[index];
        const middle = (box.top + box.bottom) / 2;
        ctx.strokeStyle = ink.muted;
        ctx.lineWidth = 1;
        if (distance(box, placed[index]) > 14) {
          line(ctx, px, py, Math.min(Math.max(px, box.left), box.right), Math.min(Math.max(py, box.top), box.bottom));
        }
        ctx.strokeStyle = ink.paper;
        ctx.lineWidth = 4;
        ctx.strokeText(name, box.left, middle); // a halo, where a line runs behind it
        ctx.fillStyle = ink.ink;
        ctx.fillText(name, box.left, middle);
      });
      ctx.restore();
    },
  });

  // ---- the kinds ----

  /** Quantile bars: p5 to p95 thin, p25 to p75 thick, the median as a mark. */
  const spread = (canvas, ink) => {
    const rows = rowsOf(canvas);
    const { unit, title } = canvas.dataset;
    const bars = (from, to, thickness) => ({
      type: 'bar',
      data: rows.map((row) => [row.values[from], row.values[to]]),
      backgroundColor: rows.map((row) => row.colour),
      barThickness: thickness,
      grouped: false,
      borderSkipped: false,
    });
    return {
      data: {
        labels: rows.map((row) => row.name),
        datasets: [
          {
            ...marks(rows, rows.map((row) => ({ x: row.values[2], y: row.name }))),
            pointStyle: 'circle', // filled, for a cross has nothing that a black bar does not hide
            pointBorderColor: ink.ink,
            pointBackgroundColor: ink.paper,
            pointBorderWidth: 2,
          },
          bars(1, 3, 10),
          bars(0, 4, 2),
        ],
      },
      options: options(
        {
          x: valueAxis(`${title}, ${unit}`, ink, rows.flatMap((row) => row.values)),
          y: {
            type: 'category',
            offset: true,
            ticks: { color: ink.ink, autoSkip: false },
            grid: { display: false },
            border: { display: false },
          },
        },
        {
          filter: (item) => item.datasetIndex === 0,
          callbacks: {
            label: ({ dataIndex }) => {
              const [p5, p25, p50, p75, p95] = rows[dataIndex].values.map(figure);
              return `p5 ${p5}, p25 ${p25}, p50 ${p50}, p75 ${p75}, p95 ${p95} ${unit}`;
            },
          },
        },
        { indexAxis: 'y', interaction: { mode: 'nearest', axis: 'y', intersect: false } },
      ),
    };
  };

  /** One metric against another: medians with their intervals as crosses. */
  const trade = (canvas, ink) => {
    const rows = rowsOf(canvas);
    const { x: xTitle, y: yTitle, xUnit, yUnit } = canvas.dataset;
    const crosses = {
      id: 'crosses',
      beforeDatasetsDraw({ ctx, scales: { x, y } }) {
        ctx.save();
        ctx.lineWidth = 1.5;
        rows.forEach(({ colour: stroke, values: [vx, xLow, xHigh, vy, yLow, yHigh] }) => {
          ctx.strokeStyle = stroke;
          const [px, py] = [x.getPixelForValue(vx), y.getPixelForValue(vy)];
          line(ctx, x.getPixelForValue(xLow), py, x.getPixelForValue(xHigh), py);
          line(ctx, px, y.getPixelForValue(yLow), px, y.getPixelForValue(yHigh));
        });
        ctx.restore();
      },
    };
    return {
      data: {
        datasets: [
          {
            ...marks(rows, rows.map(({ values }) => ({ x: values[0], y: values[3] }))),
            pointBorderColor: ink.ink,
            pointBorderWidth: 1,
          },
        ],
      },
      options: options(
        {
          x: valueAxis(`${xTitle}, ${xUnit}`, ink, rows.flatMap((row) => row.values.slice(0, 3))),
          y: valueAxis(`${yTitle}, ${yUnit}`, ink, rows.flatMap((row) => row.values.slice(3, 6))),
        },
        {
          callbacks: {
            label: ({ dataIndex }) => {
              const { name } = rows[dataIndex];
              const values = rows[dataIndex].values.map(figure);
              return `${name}: ${values[0]} ${xUnit} (${values[1]}–${values[2]}), ${values[3]} ${yUnit} (${values[4]}–${values[5]})`;
            },
          },
        },
      ),
      plugins: [crosses, labels(rows.map(({ name, values }) => ({ name, x: values[0], y: values[3] })), ink)],
    };
  };

  /** Rounds from left to right, a gap where one has no value, whiskers for intervals, notes where the measurement changed. */
  const history = (canvas, ink) => {
    const rounds = [...heads(canvas)].filter((head) => head.dataset.round).map((head) => head.dataset.round);
    rounds.reverse();
    const rows = rowsOf(canvas)
      .map((row) => ({ ...row, cells: row.cells.reverse() }))
      .filter((row) => row.cells.some((cell) => cell.length));
    const notes = [...document.querySelectorAll(`#${canvas.dataset.changes} [data-from]`)]
      .map((note) => ({ at: rounds.indexOf(note.dataset.from), text: note.dataset.short }))
      .filter((note) => note.at > 0);
    const { unit, title } = canvas.dataset;
    const wide = canvas.parentNode.clientWidth >= LABELS_FROM;
    const room = () => {
      const ctx = canvas.getContext('2d');
      ctx.font = `${FONT}px ${ink.font}`;
      return Math.max(...rows.map((row) => ctx.measureText(row.name).width)) + LEADER + 8;
    };
    const whiskers = {
      id: 'whiskers',
      beforeDatasetsDraw({ ctx, scales: { x, y } }) {
        ctx.save();
        ctx.globalAlpha = 0.55;
        rows.forEach(({ colour: stroke, cells }) => {
          ctx.strokeStyle = stroke;
          cells.forEach(([, low, high], index) => {
            const px = x.getPixelForValue(index);
            if (high > low) line(ctx, px, y.getPixelForValue(low), px, y.getPixelForValue(high));
          });
        });
        ctx.restore();
      },
    };
    const changes = {
      id: 'changes',
      beforeDatasetsDraw({ ctx, chartArea, scales: { x } }) {
        ctx.save();
        ctx.strokeStyle = ink.muted;
        ctx.fillStyle = ink.muted;
        ctx.font = `${FONT}px ${ink.font}`;
        ctx.textBaseline = 'bottom';
        ctx.setLineDash([3, 3]);
        notes.forEach((note) => {
          const px = (x.getPixelForValue(note.at - 1) + x.getPixelForValue(note.at)) / 2;
          line(ctx, px, chartArea.top, px, chartArea.bottom);
          const beyond = px + ctx.measureText(note.text).width > chartArea.right;
          ctx.textAlign = beyond ? 'right' : 'left';
          ctx.fillText(note.text, px, chartArea.top - 3);
        });
        ctx.restore();
      },
    };
    const ends = {
      id: 'ends',
      afterDatasetsDraw({ ctx, chartArea, scales: { x, y } }) {
        if (!wide) return;
        ctx.save();
        ctx.font = `${FONT}px ${ink.font}`;
        ctx.fillStyle = ink.ink;
        ctx.textBaseline = 'middle';
        const last = rows
          .map((row) => {
            const index = row.cells.findLastIndex((cell) => cell.length);
            return { ...row, from: x.getPixelForValue(index), at: y.getPixelForValue(row.cells[index][0]) };
          })
          .sort((a, b) => a.at - b.at);
        const heights = apart(last.map(({ at }) => at), FONT + 2, chartArea.top, chartArea.bottom);
        last.forEach(({ name, from, at, colour: stroke }, index) => {
          ctx.strokeStyle = stroke; // joined in its line's colour: names moved apart stand beside another line's end
          ctx.setLineDash([2, 2]);
          line(ctx, from, at, chartArea.right, at);
          ctx.setLineDash([]);
          line(ctx, chartArea.right + 5, at, chartArea.right + LEADER, heights[index]);
          ctx.fillText(name, chartArea.right + LEADER + 4, heights[index]);
        });
        ctx.restore();
      },
    };
    return {
      type: 'line',
      data: {
        labels: rounds,
        datasets: rows.map((row) => ({
          label: row.name,
          data: row.cells.map((cell) => cell[0] ?? null),
          borderColor: row.colour,
          borderWidth: 2,
          pointStyle: row.shape,
          pointRadius: 4,
          pointHoverRadius: 6,
          pointBackgroundColor: row.colour,
          pointBorderColor: ink.paper,
          pointBorderWidth: 1,
          spanGaps: false,
          clip: false,
        })),
      },
      options: options(
        {
          x: axis('', ink, {
            title: { display: false },
            grid: { display: false },
            ticks: { color: ink.muted, maxRotation: 0, autoSkipPadding: 12 },
          }),
          y: valueAxis(`${title}, ${unit}`, ink, rows.flatMap((row) => row.cells.flat())),
        },
        {
          usePointStyle: true,
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => {
              const { name, cells } = rows[datasetIndex];
              const [value, low, high] = cells[dataIndex].map(figure);
              return `${name}: ${value} ${unit}${low === undefined ? '' : ` (${low}–${high})`}`;
            },
          },
        },
        {
          layout: { padding: { right: wide ? room() : 8, top: notes.length ? FONT + 6 : 4 } },
          interaction: { mode: 'nearest', axis: 'xy', intersect: false },
        },
      ),
      plugins: [whiskers, changes, ends],
    };
  };

  /** Which share of the requests was not slower: one step line a series. */
  const ecdf = (canvas, ink) => {
    const series = columnsOf(canvas).map((one) => ({ ...one, values: one.values.sort((a, b) => a - b) }));
    const { unit, title } = canvas.dataset;
    const radii = (n) => [0, ...Array.from({ length: n }, (_, i) => (QUARTERS.some((q) => i === Math.ceil(n * q) - 1) ? 5 : 0))];
    const steps = ({ values }) => values.map((value, index) => ({ x: value, y: (100 * (index + 1)) / values.length }));
    return {
      type: 'line',
      data: {
        datasets: series.map((one) => ({
          label: one.name,
          data: one.values.length ? [{ x: one.values[0], y: 0 }, ...steps(one)] : [],
          borderColor: one.colour,
          backgroundColor: one.colour,
          borderWidth: 2,
          stepped: 'before',
          pointStyle: one.shape,
          pointRadius: radii(one.values.length),
          pointBorderColor: ink.paper,
          pointHitRadius: 8,
        })),
      },
      options: options(
        {
          x: { ...valueAxis(`${title}, ${unit}`, ink, series.flatMap((one) => one.values)), position: 'bottom' },
          y: axis('requests, %', ink, { min: 0, max: 100 }),
        },
        {
          usePointStyle: true,
          callbacks: {
            title: () => '',
            label: ({ dataset, raw }) => `${dataset.label}: ${raw.y.toFixed(1)} % at ${figure(raw.x)} ${unit} or less`,
          },
        },
        { interaction: { mode: 'nearest', axis: 'y', intersect: false }, parsing: true },
      ),
      plugins: series.length > 1 ? [medianLabels(series, ink)] : [],
    };
  };

  const medianLabels = (series, ink) =>
    labels(
      series
        .filter((one) => one.values.length)
        .map((one, index) => {
          const share = 0.35 + (0.5 * (index + 1)) / (series.length + 1); // at other heights, so that names stay apart
          return { name: one.name, x: one.values[Math.floor(one.values.length * share)], y: 100 * share };
        }),
      ink,
    );

  /** Each request at its start: how long until its first token, and those that failed, as crosses. */
  const timeline = (canvas, ink) => {
    const { unit, title } = canvas.dataset;
    const failed = table(canvas).querySelector('[data-failed] strong');
    const warn = failed ? getComputedStyle(failed).color : ink.ink;
    const points = bodyRows(canvas).map((row) => {
      const [x, y] = numbers(row);
      return { x, y, failed: row.hasAttribute('data-failed'), text: row.dataset.text };
    });
    const set = (failed, look) => ({
      type: 'scatter',
      label: failed ? 'failed' : 'succeeded',
      data: points.filter((point) => point.failed === failed),
      ...look,
    });
    return {
      data: {
        datasets: [
          set(true, { pointStyle: 'crossRot', pointRadius: 6, pointBorderWidth: 2, borderColor: warn }),
          set(false, { pointStyle: 'circle', pointRadius: 3, backgroundColor: colour(table(canvas)) }),
        ],
      },
      options: options(
        {
          x: axis('since the start of the run, s', ink, { beginAtZero: true }),
          y: valueAxis(`${title}, ${unit}`, ink, points.map((point) => point.y)),
        },
        { callbacks: { label: ({ raw }) => raw.text } },
      ),
    };
  };

  const kinds = { spread, trade, history, ecdf, timeline };

  // ---- saving ----

  const save = (href, name) => {
    const link = document.createElement('a');
    link.href = href;
    link.download = name;
    link.click();
  };

  /** The picture alone must still say what it shows, and of when. */
  const png = (canvas) => {
    const ink = inks();
    const scale = canvas.width / canvas.clientWidth;
    const [head, foot] = [40 * scale, 32 * scale];
    const picture = document.createElement('canvas');
    picture.width = canvas.width + 32 * scale;
    picture.height = canvas.height + head + foot;
    const ctx = picture.getContext('2d');
    ctx.fillStyle = ink.paper;
    ctx.fillRect(0, 0, picture.width, picture.height);
    ctx.drawImage(canvas, 16 * scale, head);
    ctx.textBaseline = 'middle';
    ctx.fillStyle = ink.ink;
    ctx.font = `600 ${15 * scale}px ${ink.font}`;
    ctx.fillText(canvas.dataset.heading, 16 * scale, head / 2);
    ctx.fillStyle = ink.muted;
    ctx.font = `${FONT * scale}px ${ink.font}`;
    ctx.fillText(canvas.dataset.source, 16 * scale, picture.height - foot / 2);
    return picture.toDataURL('image/png');
  };

  const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  const headText = (head) => {
    const unit = head.querySelector('small');
    const name = [...head.childNodes].filter((node) => node !== unit).map((node) => node.textContent).join('').trim();
    return unit ? `${name} (${unit.textContent.trim()})` : name;
  };

  /** As many columns as a cell has numbers: the value and both ends of its interval. */
  const csv = (canvas) => {
    const rows = bodyRows(canvas);
    const width = [...heads(canvas)].map((_, index) => Math.max(1, ...rows.map((row) => numbers(row.cells[index]).length)));
    const parts = ['', ' low', ' high'];
    const lines = [[...heads(canvas)].flatMap((head, i) => parts.slice(0, width[i]).map((part) => headText(head) + part))];
    rows.forEach((row) =>
      lines.push(
        [...row.cells].flatMap((cell, i) => {
          const values = numbers(cell);
          if (!values.length && width[i] === 1 && cell.tagName === 'TH') return [cell.textContent.trim()];
          if (!values.length && width[i] === 1) return [cell.textContent.trim().replace(/^–$/, '')];
          return Array.from({ length: width[i] }, (_, n) => values[n] ?? '');
        }),
      ),
    );
    return lines.map((cells) => cells.map((cell) => quoted(String(cell))).join(',')).join('\r\n') + '\r\n';
  };

  const tools = (canvas) => {
    const bar = document.createElement('p');
    bar.className = 'tools';
    const button = (text, act) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.textContent = text;
      made.setAttribute('aria-label', `${text}: save “${canvas.dataset.heading}”`);
      made.addEventListener('click', act);
      bar.append(made);
    };
    const name = canvas.dataset.file;
    button('PNG', () => save(png(canvas), `${name}.png`));
    button('CSV', () => {
      const href = URL.createObjectURL(new Blob([csv(canvas)], { type: 'text/csv' }));
      save(href, `${name}.csv`);
      setTimeout(() => URL.revokeObjectURL(href), 60_000);
    });
    canvas.parentNode.after(bar);
  };

  // ---- drawing ----

  let library;
  const fetched = () =>
    (library ??= new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = LIBRARY;
      script.addEventListener('load', resolve);
      script.addEventListener('error', reject);
      document.head.append(script);
    }));

  const drawn = new Map();
  const draw = (canvas) => {
    drawn.get(canvas)?.destroy();
    const ink = inks();
    Chart.defaults.font.family = ink.font;
    Chart.defaults.font.size = FONT;
    drawn.set(canvas, new Chart(canvas, kinds[canvas.dataset.chart](canvas, ink)));
    canvas.parentNode.classList.remove('pending');
  };
  const redraw = () => [...drawn.keys()].forEach(draw);

  const all = [...document.querySelectorAll('canvas[data-chart]')];
  const first = async (canvas) => {
    seen.unobserve(canvas);
    await fetched();
    if (!drawn.has(canvas)) {
      draw(canvas);
      tools(canvas);
    }
  };
  const seen = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => first(target)), {
    rootMargin: '50%',
  });
  all.forEach((canvas) => {
    canvas.parentNode.classList.add('pending');
    seen.observe(canvas);
  });

  // Those further down wait for a first sign of a reader, who may print the page; a task for each, so that a click never
  // waits for two.
  const PAUSE_MS = 50;
  const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'touchstart'];
  const rest = () => {
    const next = all.find((canvas) => !drawn.has(canvas));
    if (next) first(next).then(() => setTimeout(rest, PAUSE_MS));
  };
  const stirred = () => {
    SIGNS.forEach((sign) => removeEventListener(sign, stirred));
    setTimeout(rest, PAUSE_MS);
  };
  SIGNS.forEach((sign) => addEventListener(sign, stirred, { passive: true }));

  document.documentElement.addEventListener('themechange', redraw);
  for (const query of ['(prefers-color-scheme: dark)', 'print']) {
    matchMedia(query).addEventListener('change', redraw);
  }
})();
